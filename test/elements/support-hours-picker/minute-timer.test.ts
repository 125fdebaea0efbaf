import { expect } from 'chai';
import { MinuteTimer, type TimerSurroundings } from '../../../src/elements/support-hours-picker/minute-timer.js';

/** A window whose time passes when told to. */
function surroundings() {
  const timers = new Map<number, { handler: () => void; milliseconds: number }>();
  const visibility = new Set<() => void>();
  let next = 1;
  const page = { visibilityState: 'visible' as DocumentVisibilityState };
  const fake: TimerSurroundings = {
    setTimeout(handler, milliseconds) {
      timers.set(next, { handler, milliseconds });
      return next++;
    },
    clearTimeout: (timer) => void timers.delete(timer as number),
    document: Object.assign(page, {
      addEventListener: (_: string, listener: unknown) => void visibility.add(listener as () => void),
      removeEventListener: (_: string, listener: unknown) => void visibility.delete(listener as () => void),
    }),
  };
  return {
    fake, page, timers, visibility,
    passMinute() {
      for (const [id, { handler }] of [...timers]) {
        timers.delete(id);
        handler();
      }
    },
  };
}

describe('minute timer', () => {
  it('calls all its listeners each minute, from one timer', () => {
    const world = surroundings();
    const timer = new MinuteTimer(() => world.fake);
    const calls: string[] = [];
    timer.subscribe(() => calls.push('a'));
    timer.subscribe(() => calls.push('b'));
    expect(world.timers.size).to.equal(1);
    const [{ milliseconds }] = world.timers.values();
    expect(milliseconds).to.be.greaterThan(0).and.at.most(60_000);
    world.passMinute();
    world.passMinute();
    expect(calls).to.deep.equal(['a', 'b', 'a', 'b']);
    expect(world.timers.size).to.equal(1);
  });

  it('leaves nothing behind when the last listener goes', () => {
    const world = surroundings();
    const timer = new MinuteTimer(() => world.fake);
    const [stopOne, stopOther] = [timer.subscribe(() => undefined), timer.subscribe(() => undefined)];
    stopOne();
    expect(world.timers.size).to.equal(1);
    stopOther();
    stopOther();
    expect([world.timers.size, world.visibility.size]).to.deep.equal([0, 0]);
    timer.subscribe(() => undefined);
    expect([world.timers.size, world.visibility.size]).to.deep.equal([1, 1]);
  });

  it('calls nobody while the page is hidden, and everybody once it is seen again', () => {
    const world = surroundings();
    let calls = 0;
    new MinuteTimer(() => world.fake).subscribe(() => (calls += 1));
    world.page.visibilityState = 'hidden';
    world.passMinute();
    world.visibility.forEach((listener) => listener());
    expect(calls).to.equal(0);
    world.page.visibilityState = 'visible';
    world.visibility.forEach((listener) => listener());
    expect(calls).to.equal(1);
  });
});
