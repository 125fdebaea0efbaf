import { expect } from 'chai';
import { interleavings } from './interleavings.js';
import { assertProperty, plan } from './plan.js';
import { SessionWriter } from './writers.js';

describe('two administrators with two forms each, saving at once: sessions', function () {
  this.timeout(plan.timeout);

  it('lose no update, in whatever order the answers come', async () => {
    const runs = plan.interleavings;
    let count = 0;
    await assertProperty(interleavings((name, adapter) => new SessionWriter(name, adapter), () => (count += 1)), runs);
    expect(count, 'interleavings').to.be.at.least(runs);
  });
});
