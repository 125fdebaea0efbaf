import type { AsyncCommand } from 'fast-check';
import { assertPages, assertStore } from './invariants.js';
import type { Model } from './model.js';
import type { Tab } from './tab.js';
import type { World } from './world.js';

/** One thing that somebody does, with what has to hold after it. */
export abstract class ModelCommand implements AsyncCommand<Model, World> {
  check(model: Model): boolean {
    return this.canRun(model);
  }

  async run(model: Model, world: World): Promise<void> {
    model.executed += 1;
    await this.act(model, world);
    await settleAndAssert(model, world);
    this.conclude?.(model, world);
  }

  /** What it asserts of its own, once all has settled. */
  protected conclude?(model: Model, world: World): void;

  abstract toString(): string;
  protected abstract canRun(model: Model): boolean;
  protected abstract act(model: Model, world: World): Promise<void> | void;
}

export async function settleAndAssert(model: Model, world: World): Promise<void> {
  await world.settle();
  assertStore(model);
  model.follow();
  assertPages(model);
}

/** A tab whose form can be worked on. */
export function isReady({ model, page }: Tab): boolean {
  return model.isConnected && page?.isLoaded === true;
}
