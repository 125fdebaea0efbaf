/**
 * `input` and `change`, as of a native control: both at each finished change by the person's hand, and never otherwise.
 * What is typed on the way there is not announced, so `input` carries no text and is no `InputEvent`.
 */
export interface SupportHoursPickerEventMap extends Omit<HTMLElementEventMap, 'input' | 'change'> {
  input: Event;
  change: Event;
}
