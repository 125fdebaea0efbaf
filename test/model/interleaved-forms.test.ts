import { expect } from 'chai';
import { FormWriter } from './form-writer.js';
import { interleavings } from './interleavings.js';
import { assertProperty, plan } from './plan.js';

describe('two administrators with two forms each, saving at once: forms', function () {
  this.timeout(plan.timeout);

  it('lose no update, in whatever order the answers come', async () => {
    const runs = Math.ceil(plan.interleavings / 20);
    let count = 0;
    await assertProperty(interleavings((name, adapter) => new FormWriter(name, adapter), () => (count += 1)), runs);
    expect(count, 'interleavings').to.be.at.least(runs);
  });
});
