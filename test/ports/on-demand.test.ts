import { expect } from 'chai';
import { onDemand } from '../../src/ports/on-demand.js';

interface Code {
  name: string;
}

/** A load that the test lets succeed or fail, and how often it was begun. */
function controlled() {
  const begun: { succeed(code: Code): void; fail(error: unknown): void }[] = [];
  const load = () => new Promise<Code>((succeed, fail) => void begun.push({ succeed, fail }));
  return { begun, code: onDemand(load) };
}

describe('onDemand', () => {
  it('loads once, however many ask, and has it at hand afterwards', async () => {
    const { begun, code } = controlled();
    const asked = [code(), code(), code()];
    expect(begun).to.have.length(1);
    begun[0].succeed({ name: 'code' });
    expect(await Promise.all(asked)).to.deep.equal(Array.from({ length: 3 }, () => ({ name: 'code' })));
    expect(code()).to.deep.equal({ name: 'code' });
    expect(begun).to.have.length(1);
  });

  it('lets those who asked go on in their order, and nobody overtake them', async () => {
    const { begun, code } = controlled();
    const order: string[] = [];
    const ask = async (name: string) => {
      await code();
      order.push(name);
    };
    const asked = [ask('first'), ask('second')];
    begun[0].succeed({ name: 'code' });
    for (let turn = 0; turn < 6; turn += 1) {
      asked.push(ask(`turn ${turn}`));
      await undefined;
    }
    await Promise.all(asked);
    expect(order).to.deep.equal(['first', 'second', ...Array.from({ length: 6 }, (_, turn) => `turn ${turn}`)]);
  });

  it('asks again for what could not be loaded', async () => {
    const { begun, code } = controlled();
    const refused = Promise.resolve(code()).catch((error: unknown) => error);
    begun[0].fail('down');
    expect(await refused).to.equal('down');
    const again = code();
    begun[1].succeed({ name: 'code' });
    expect(await again).to.deep.equal({ name: 'code' });
  });
});
