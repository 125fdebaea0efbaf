import type { CallFault, LastingFault, Operation } from '../support/faulty-adapter.js';
import { isReady, ModelCommand, settleAndAssert } from './model-command.js';
import type { Model } from './model.js';
import type { World } from './world.js';

/** The next call of that kind goes wrong. */
export class Inject extends ModelCommand {
  constructor(readonly tab: number, readonly operation: Operation, readonly fault: CallFault) {
    super();
  }

  protected canRun(): boolean {
    return true;
  }

  protected act({ world }: Model): void {
    const tab = world.tabs[this.tab];
    tab.adapter.next(this.operation, this.fault);
    tab.model.isLagging = true;
  }

  override toString(): string {
    return `Inject(${this.tab}, ${this.operation}, ${this.fault})`;
  }
}

/** Something is wrong from now on. */
export class Begin extends ModelCommand {
  constructor(readonly tab: number, readonly fault: LastingFault) {
    super();
  }

  protected canRun(): boolean {
    return true;
  }

  protected act({ world }: Model): void {
    const tab = world.tabs[this.tab];
    tab.adapter.begin(this.fault);
    tab.model.isLagging = true;
  }

  override toString(): string {
    return `Begin(${this.tab}, ${this.fault})`;
  }
}

/** Nothing is wrong any more, what was on its way arrives, and the page comes back online: from now on all is known. */
export class Heal extends ModelCommand {
  constructor(readonly tab: number) {
    super();
  }

  protected canRun({ world }: Model): boolean {
    const { model } = world.tabs[this.tab];
    return model.isLagging && model.isConnected;
  }

  protected async act(model: Model, world: World): Promise<void> {
    const tab = world.tabs[this.tab];
    for (const adapter of tab.adapters) adapter.heal();
    // An answer may lead to a question that waits as well.
    while (tab.scheduler.waiting.length > 0) {
      tab.scheduler.releaseAll();
      await settleAndAssert(model, world);
    }
    window.dispatchEvent(new Event('online'));
    await world.settle();
    model.follow();
    model.catchUp(tab);
  }

  override toString(): string {
    return `Heal(${this.tab})`;
  }
}

/** One thing that was on its way arrives. */
export class Release extends ModelCommand {
  constructor(readonly tab: number, readonly index: number) {
    super();
  }

  protected canRun({ world }: Model): boolean {
    return world.tabs[this.tab].scheduler.waiting.length > 0;
  }

  protected act({ world }: Model): void {
    world.tabs[this.tab].scheduler.release(this.index);
  }

  override toString(): string {
    return `Release(${this.tab}, ${this.index})`;
  }
}

/** Presses “Try again”, where it is offered. */
export class Retry extends ModelCommand {
  constructor(readonly tab: number) {
    super();
  }

  protected canRun({ world }: Model): boolean {
    const tab = world.tabs[this.tab];
    return tab.model.isConnected && tab.page?.button('Try again') !== undefined;
  }

  protected act({ world }: Model): void {
    world.tabs[this.tab].page!.button('Try again')!.click();
  }

  override toString(): string {
    return `Retry(${this.tab})`;
  }
}

export class Discard extends ModelCommand {
  constructor(readonly tab: number) {
    super();
  }

  protected canRun({ world }: Model): boolean {
    const tab = world.tabs[this.tab];
    return isReady(tab) && tab.page!.button('Discard changes')?.disabled === false;
  }

  protected act({ world }: Model): void {
    const tab = world.tabs[this.tab];
    tab.page!.button('Discard changes')!.click();
    tab.model.mine.clear();
    tab.model.halves.clear();
    tab.model.conflicts.clear();
  }

  override toString(): string {
    return `Discard(${this.tab})`;
  }
}
