import '../support/late-code.js';
import { expect } from 'chai';
import * as fc from 'fast-check';
import '../../src/define/contact-info-form.js';
import '../../src/define/onboarding-gate.js';
import { OnboardingGate } from '../../src/elements/onboarding-gate/onboarding-gate.js';
import { FakeTimers } from '../support/fake-timers.js';
import { taskDone } from '../support/test-scheduler.js';
import { sessions } from './commands.js';
import { settleAndAssert } from './model-command.js';
import { Model } from './model.js';
import { assertProperty, plan } from './plan.js';
import { World } from './world.js';

/**
 * A test of what people, hosts and bad lines do, in any order, to a form and a gate on one store: thousands of commands,
 * with everything that has to hold asked after each. One file for each kind, so that they run beside each other.
 */
export function describeSession(name: keyof typeof sessions): void {
  describe(`form, gate and adapter, whatever happens: ${name}`, function () {
    this.timeout(plan.timeout);
    const { loaders } = OnboardingGate;
    const timers = new FakeTimers();

    before(() => {
      // What the modal shows is there at once; the users tab stays an unknown element, whose work this is not about.
      OnboardingGate.loaders = { contactInfo: () => Promise.resolve(), users: () => Promise.resolve() };
      timers.install();
    });
    after(() => {
      OnboardingGate.loaders = loaders;
      timers.remove();
    });

    it('shows what is so, and loses nothing', async () => {
      let executed = 0;
      const property = fc.asyncProperty(fc.commands(sessions[name], { maxCommands: plan.length, size: 'max' }), async (steps) => {
        const world = new World();
        const model = new Model(world);
        await taskDone();
        try {
          await settleAndAssert(model, world);
          await fc.asyncModelRun(() => ({ model, real: world }), steps);
        } finally {
          executed += model.executed;
          world.remove();
        }
      });
      await assertProperty(property);
      // A count that is said only where somebody asked for many.
      if (plan.isLong) console.log(`${name}: ${executed} commands in ${plan.runs} runs, seed ${plan.seed}`);
      expect(executed, 'commands that did something').to.be.at.least(plan.commands);
    });
  });
}
