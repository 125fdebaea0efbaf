import { expect } from 'chai';
import { LitElement } from 'lit';
import { OperationController } from '../../src/controllers/operation-controller.js';

class WorkingElement extends LitElement {
  readonly work = new OperationController(this);
  updates = 0;
  protected override updated(): void {
    this.updates += 1;
  }
}
customElements.define('test-working', WorkingElement);

describe('OperationController', () => {
  let element: WorkingElement;
  beforeEach(() => {
    element = new WorkingElement();
    document.body.append(element);
  });
  afterEach(() => element.remove());

  it('tells how a run ended', async () => {
    expect(await element.work.run(() => Promise.resolve(7))).to.deep.equal({ status: 'done', value: 7 });
    const error = new Error('failed');
    expect(await element.work.run(() => Promise.reject(error))).to.deep.equal({ status: 'failed', error });
    expect(await element.work.run(() => { throw error; })).to.deep.equal({ status: 'failed', error });
  });

  it('is running until then, and has the element updated at both ends', async () => {
    await element.updateComplete;
    const { updates } = element;
    let finish: (value: number) => void = () => undefined;
    const run = element.work.run(() => new Promise<number>((resolve) => (finish = resolve)));
    expect(element.work.isRunning).to.equal(true);
    await element.updateComplete;
    expect(element.updates).to.equal(updates + 1);
    finish(1);
    await run;
    expect(element.work.isRunning).to.equal(false);
    await element.updateComplete;
    expect(element.updates).to.equal(updates + 2);
  });

  it('counts only the newest run, and aborts the one before', async () => {
    let first: AbortSignal | undefined;
    const older = element.work.run((signal) => {
      first = signal;
      return new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('late')));
    });
    const newer = element.work.run(() => Promise.resolve('newer'));
    expect(first?.aborted).to.equal(true);
    expect(await older).to.deep.equal({ status: 'superseded' });
    expect(await newer).to.deep.equal({ status: 'done', value: 'newer' });
  });

  for (const [what, stop] of [['it is cancelled', () => element.work.cancel()], ['the element leaves the page', () => element.remove()]] as const) {
    it(`supersedes a run when ${what}`, async () => {
      const run = element.work.run((signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))));
      stop();
      expect(element.work.isRunning).to.equal(false);
      expect(await run).to.deep.equal({ status: 'superseded' });
    });
  }
});
