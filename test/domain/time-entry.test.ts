import { expect } from 'chai';
import { parseTimeEntry } from '../../src/domain/time-entry.js';

function read(text: string): string {
  const result = parseTimeEntry(text);
  if (!result.ok) return result.issues.map(({ code, params }) => [code.replace('hours.entry-', '!'), params?.text].filter((part) => part !== undefined).join(' ')).join();
  return result.value.map(({ open, close }) => `${open}-${close}`).join(' ') + result.warnings.map(({ path, code }) => ` ${code.replace('hours.entry-', '?')}@${path}`).join('');
}

describe('parseTimeEntry', () => {
  for (const [text, expected] of [
    ['9-17', '09:00-17:00'],
    ['9-17:30', '09:00-17:30'],
    ['09:00–17:00', '09:00-17:00'],
    ['9.30 - 17.15', '09:30-17:15'],
    ['0930 1800', '09:30-18:00'],
    ['930-1800', '09:30-18:00'],
    ['9h-17h30', '09:00-17:30'],
    ['21h30 a 23h', '21:30-23:00'],
    ['9 to 17', '09:00-17:00'],
    ['9 bis 17', '09:00-17:00'],
    ['9 às 17', '09:00-17:00'],
    ['9 à 17', '09:00-17:00'],
    ['9am–6pm', '09:00-18:00'],
    ['9 a.m. - 6 p.m.', '09:00-18:00'],
    ['9 AM-6 PM', '09:00-18:00'],
    ['1-5pm', '13:00-17:00'],
    ['11-1pm', '11:00-13:00'],
    ['9-12pm', '09:00-12:00'],
    ['12am-12pm', '00:00-12:00'],
    ['8pm-12am', '20:00-24:00'],
    ['10pm-2am', '22:00-02:00 ?overnight@0'],
    ['22-2', '22:00-02:00 ?overnight@0'],
    ['9-5', '09:00-05:00 ?overnight@0'],
    ['9-0', '09:00-24:00'],
    ['0-24', '00:00-24:00'],
    ['00:00-24:00', '00:00-24:00'],
    ['9-13, 14-18', '09:00-13:00 14:00-18:00'],
    ['9-13 y 16-20', '09:00-13:00 16:00-20:00'],
    ['9-13; 22-2', '09:00-13:00 22:00-02:00 ?overnight@1'],
    ['9-13 & 14-18', '09:00-13:00 14:00-18:00'],
    ['٩-١٧', '09:00-17:00'],
    ['۹-۱۷', '09:00-17:00'],
    ['９：００－１７：００', '09:00-17:00'],
    ['  9   -   17  ', '09:00-17:00'],
    ['', '!empty'],
    ['whenever', '!time whenever'],
    ['9', '!incomplete 9'],
    ['9-', '!incomplete 9'],
    ['9-17-19', '!time -19'],
    ['9-late', '!time late'],
    ['9-17 or so', '!time or so'],
    ['25-26', '!time 26'],
    ['9-24:30', '!time 24:30'],
    ['24-6', '!time 24'],
    ['9:75-17', '!incomplete 9'],
    ['9am-5', '!meridiem 5'],
    ['9am-17', '09:00-17:00'],
    ['13pm-3pm', '!time 13pm'],
    ['9-9', '!empty-interval 9–9'],
    ['0am-5pm', '!time 0am'],
  ]) {
    it(`“${text}” is ${expected}`, () => expect(read(text)).to.equal(expected));
  }
});
