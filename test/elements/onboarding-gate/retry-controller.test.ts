import { expect } from 'chai';
import { RetryController } from '../../../src/elements/onboarding-gate/retry-controller.js';

/** How long each try was put off, in milliseconds; nothing is ever tried. */
function pausesOf(task: (retry: RetryController) => void): number[] {
  const { setTimeout } = window;
  const pauses: number[] = [];
  window.setTimeout = ((_: () => void, pause: number) => pauses.push(pause)) as unknown as typeof setTimeout;
  try {
    task(new RetryController({ addController: () => undefined } as never, () => undefined));
  } finally {
    window.setTimeout = setTimeout;
  }
  return pauses;
}

const failTimes = (times: number, retryAfter?: number) => (retry: RetryController) => {
  for (let failure = 0; failure < times; failure += 1) retry.schedule(retryAfter);
};

describe('onboarding-gate: trying again by itself', () => {
  it('waits longer each time, up to a minute, and never for the same time as every other page', () => {
    const pauses = pausesOf(failTimes(9));
    pauses.forEach((pause, failure) => {
      const most = Math.min(2_000 * 2 ** failure, 60_000);
      expect(pause, `after failure ${failure + 1}`).to.be.within(most / 2, most);
    });
    expect(pausesOf(failTimes(9))).not.to.deep.equal(pauses);
  });

  it('leaves a store alone for as long as it asks, within reason', () => {
    expect(pausesOf(failTimes(1, 30))).to.deep.equal([30_000]);
    expect(pausesOf(failTimes(1, 1e9))).to.deep.equal([3_600_000]);
    expect(pausesOf(failTimes(6, 1))[5]).to.be.at.least(30_000);
  });

  it('begins anew after a success', () => {
    const pauses = pausesOf((retry) => {
      failTimes(5)(retry);
      retry.stop();
      retry.schedule();
    });
    expect(pauses.at(-1)).to.be.at.most(2_000);
  });
});
