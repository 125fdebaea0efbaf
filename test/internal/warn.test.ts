import { expect } from 'chai';
import { warnOnce } from '../../src/internal/warn.js';

describe('warnOnce', () => {
  const { warn } = console;
  const said: string[] = [];
  before(() => (console.warn = (text: string) => said.push(text)));
  after(() => (console.warn = warn));

  it('says each thing once, and who says it', () => {
    for (let times = 0; times < 3; times += 1) {
      warnOnce('users-tab', 'is here for a test.');
      warnOnce('onboarding-gate', 'is here for a test.');
    }
    expect(said).to.deep.equal(['[portero] <users-tab> is here for a test.', '[portero] <onboarding-gate> is here for a test.']);
  });
});
