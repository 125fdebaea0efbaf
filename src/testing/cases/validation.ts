import type { ContactInfo } from '../../domain/contact-info.js';
import { load, save } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectEqual, expectRefusal, expectTrue } from '../expectations.js';
import { named, sampleHours } from '../samples.js';

/** Refused whole, with the place, and nothing of it is kept. */
async function expectInvalid(scene: Scene, contactInfo: ContactInfo, path: (string | number)[]): Promise<void> {
  const before = await save(scene, named('before'), null);
  const error = await expectRefusal(save(scene, contactInfo, before.revision), 'invalid', 'the save');
  const paths = (error.issues ?? []).map((issue) => issue.path.join('.'));
  expectTrue(paths.includes(path.join('.')), `an issue at ${path.join('.')} among ${JSON.stringify(paths)}`);
  expectEqual(await load(scene), before, 'the record');
}

const schedule = sampleHours.schedules[0];
const withMonday = (mo: { open: string; close: string }[]) => ({ operationalSupport: { ...sampleHours, schedules: [{ ...schedule, weekly: { ...schedule.weekly, mo } }] } });

const invalid: Record<string, [ContactInfo, (string | number)[]]> = {
  'an address that is none': [{ technicalEmergencyContacts: [{ email: 'ok@example.com' }, { email: 'nobody' }] }, ['technicalEmergencyContacts', 1, 'email']],
  'an address that is there twice': [{ technicalEmergencyContacts: [{ email: 'a@example.com' }, { email: 'A@EXAMPLE.com' }] }, ['technicalEmergencyContacts', 1]],
  'more contacts than the field takes': [{ operationalContactPublic: [{ email: 'a@example.com' }, { email: 'b@example.com' }] }, ['operationalContactPublic']],
  'a value of another kind': [{ technicalEmergencyContacts: 'oncall@example.com' }, ['technicalEmergencyContacts']],
  'hours that overlap': [withMonday([{ open: '09:00', close: '12:00' }, { open: '11:00', close: '13:00' }]), ['operationalSupport', 'schedules', 0, 'weekly', 'mo', 1]],
  'a time that is none': [withMonday([{ open: '9', close: '17:00' }]), ['operationalSupport', 'schedules', 0, 'weekly', 'mo', 0, 'open']],
};

/** Values that break a rule are refused before anything is written. */
export const validationCases: CaseTable = {
  ...Object.fromEntries(Object.entries(invalid).map(([what, [contactInfo, path]]) => [`${what} is refused, with its place`, (scene: Scene) => expectInvalid(scene, contactInfo, path)])),

  async 'what is invalid is refused for a new account too'(scene) {
    await expectRefusal(save(scene, { technicalEmergencyContacts: [{ email: 'nobody' }] }, null), 'invalid', 'the save');
    expectEqual(await load(scene), null, 'the record');
  },
};
