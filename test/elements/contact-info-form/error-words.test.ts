import { expect } from 'chai';
import type { Issue } from '../../../src/domain/issue.js';
import { partnerPortalRequirements } from '../../../src/domain/partner-portal-requirements.js';
import { supportHoursPickerMessages } from '../../../src/elements/support-hours-picker/support-hours-picker.strings.js';
import { addressMessages } from '../../../src/internal/address.strings.js';
import { sharedMessages } from '../../../src/internal/shared.strings.js';
import { completeContactInfo } from '../../support/accounts.js';
import { emergency } from './form.fixture.js';
import { fieldText, showRefused } from './refused.fixture.js';

const hours = 'Operational Support';
const alert = 'Alert Contacts';

const codesIn = (messages: object) => Object.keys(messages).filter((key) => key.startsWith('issue.')).map((key) => key.slice('issue.'.length));

const anything = { min: 2, max: 5, count: 1, first: 0, text: '25:00', character: 'ñ', open: '09:00', close: '17:00', day: 'tu', userId: 'noor' };
const keys: Record<string, string> = { [emergency]: 'technicalEmergencyContacts', [hours]: 'operationalSupport', [alert]: 'alertContacts' };

describe('contact-info-form: an issue is said in the same words at its field and in the summary', () => {
  const places: [string, string[], Issue['path']][] = [
    [emergency, codesIn({ ...sharedMessages, ...addressMessages }), []],
    [emergency, codesIn({ ...sharedMessages, ...addressMessages }), [1, 'email']],
    [alert, codesIn(sharedMessages), [0]],
    [hours, codesIn({ ...sharedMessages, ...supportHoursPickerMessages }), []],
    [hours, codesIn(supportHoursPickerMessages), ['schedules', 0, 'weekly', 'mo', 0]],
    [hours, codesIn(supportHoursPickerMessages), ['schedules', 0, 'exceptions', 0, 'from']],
  ];
  for (const [label, codes, path] of places) {
    it(`${label}: ${path.join(' › ') || 'the field'}`, async () => {
      const requirements = { version: '1', fields: partnerPortalRequirements.fields.filter(({ key }) => key === keys[label]) };
      const { form, refusal } = await showRefused([], completeContactInfo, { requirements });
      const texts = new Set<string>();
      for (const code of codes) {
        refusal.issues = [{ path: [keys[label], ...path], code, params: anything }];
        expect(await form.form.submit(), code).to.equal(false);
        await form.settled();
        expect(form.summary, code).to.have.length(1);
        const text = form.summary[0].replace(/^[^:]+: /, '');
        texts.add(text);
        expect(fieldText(form, label), code).to.contain(text);
        expect(text, code).not.to.match(/[{}]|undefined|^issue\b/);
      }
      expect(texts.size, 'each code has a text of its own').to.be.greaterThan(codes.length / 2);
    });
  }
});
