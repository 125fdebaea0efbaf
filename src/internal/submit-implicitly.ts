/**
 * What Enter in a text box means for the form around it: its first submit button is pressed, which does nothing while it
 * is disabled; a form without one is submitted.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission
 */
export function submitImplicitly(form: HTMLFormElement): void {
  // Not `form.elements`, where image buttons are missing; and a button may name its form from elsewhere.
  const controls = (form.getRootNode() as ParentNode).querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input');
  const button = [...controls].find((control) => control.form === form && (control.type === 'submit' || control.type === 'image'));
  if (button) button.click();
  else form.requestSubmit();
}
