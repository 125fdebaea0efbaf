/** Every event of these types that reaches an element, in order, and what it carried. */
export class Recorder {
  readonly events: CustomEvent[] = [];

  constructor(target: EventTarget, ...types: string[]) {
    for (const type of types) target.addEventListener(type, (event) => this.events.push(event as CustomEvent));
  }

  get types(): string[] {
    return this.events.map(({ type }) => type);
  }

  get details(): unknown[] {
    return this.events.map(({ detail }) => detail as unknown);
  }

  of(type: string): CustomEvent[] {
    return this.events.filter((event) => event.type === type);
  }
}
