import { ModelCommand } from './model-command.js';
import type { Model } from './model.js';
import type { Tab } from './tab.js';

/** What a host does to an element of one tab. */
abstract class HostCommand extends ModelCommand {
  constructor(readonly tab: number) {
    super();
  }

  protected canRun({ world }: Model): boolean {
    return world.tabs[this.tab].model.isConnected;
  }

  protected act(model: Model): void | Promise<void> {
    return this.change(model.world.tabs[this.tab], model);
  }

  protected abstract change(tab: Tab, model: Model): void | Promise<void>;

  override toString(): string {
    return `${this.constructor.name}(${this.tab})`;
  }
}

export class SwitchAccount extends HostCommand {
  protected change(tab: Tab, model: Model): void {
    model.forget(tab);
    tab.model.account = tab.model.account === 'mesa' ? 'olmo' : 'mesa';
    tab.element.accountId = tab.model.account;
  }
}

export class SwitchEnvironment extends HostCommand {
  constructor(tab: number, readonly environment: string) {
    super(tab);
  }

  protected change(tab: Tab): void {
    tab.model.environment = this.environment;
    tab.element.environment = this.environment;
  }

  override toString(): string {
    return `SwitchEnvironment(${this.tab}, ${this.environment})`;
  }
}

/** Elsewhere in the document, in one go. */
export class Move extends HostCommand {
  protected change(tab: Tab): void {
    const wrapper = document.createElement('section');
    tab.place.append(wrapper);
    wrapper.append(tab.element);
  }
}

export class Disconnect extends HostCommand {
  protected change(tab: Tab): void {
    tab.element.remove();
    tab.model.isConnected = false;
  }
}

export class ConnectAgain extends HostCommand {
  protected override canRun({ world }: Model): boolean {
    return !world.tabs[this.tab].model.isConnected;
  }

  protected change(tab: Tab): void {
    tab.place.append(tab.element);
    tab.model.isConnected = true;
  }
}

/** The host signs the person in anew, say: another adapter for the same store. */
export class SwapAdapter extends HostCommand {
  protected change(tab: Tab, { gate }: Model): void {
    tab.element.adapter = tab.newAdapter();
    // What it finds through another one is a new beginning, unless it holds the portal again.
    if (tab.gate) gate.wasIncomplete = false;
  }
}

export class Recheck extends ModelCommand {
  protected canRun({ world }: Model): boolean {
    return world.gateTab.model.isConnected;
  }

  protected act(model: Model): void {
    model.gate.isAsked = true;
    void model.world.gateTab.gate!.recheck();
  }

  override toString(): string {
    return 'Recheck()';
  }
}
