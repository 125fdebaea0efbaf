import { expect } from 'chai';
import { datesText, dayName, intervalsText, momentText, overnightText, timeText, weekOrder } from '../../../src/elements/support-hours-picker/format-hours.js';
import { textsFor } from './texts.js';

const british = textsFor('en-GB');
const american = textsFor('en-US');

describe('format hours', () => {
  it('begins the week where the language’s people do', () => {
    expect(weekOrder('en-GB')[0]).to.equal('mo');
    expect(weekOrder('en-US')).to.deep.equal(['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa']);
    expect(weekOrder('ar-EG')[0]).to.equal('sa');
  });

  it('knows that by itself where the engine does not say', () => {
    const original = Object.getOwnPropertyDescriptors(Intl.Locale.prototype);
    Object.defineProperties(Intl.Locale.prototype, {
      getWeekInfo: { value: undefined, configurable: true }, weekInfo: { value: undefined, configurable: true },
    });
    try {
      const firstDays = ['en-US', 'en', 'ar-EG', 'fa', 'es', 'pt-BR', 'he', 'dv', 'de-CH', 'tlh'].map((lang) => weekOrder(lang)[0]);
      expect(firstDays).to.deep.equal(['su', 'su', 'sa', 'sa', 'mo', 'su', 'su', 'fr', 'mo', 'mo']);
    } finally {
      for (const name of ['getWeekInfo', 'weekInfo']) {
        delete (Intl.Locale.prototype as unknown as Record<string, unknown>)[name];
        if (original[name as 'toString']) Object.defineProperty(Intl.Locale.prototype, name, original[name as 'toString']);
      }
    }
  });

  it('names days', () => {
    expect(dayName('en', 'mo')).to.equal('Monday');
    expect(dayName('es', 'su')).to.equal('domingo');
    expect(dayName('en', 'we', 'short')).to.equal('Wed');
  });

  const times: [time: string, british: string, american: string][] = [
    ['09:00', '09:00', '9:00 AM'], ['00:00', '00:00', '12:00 AM'], ['23:59', '23:59', '11:59 PM'], ['24:00', '24:00', 'midnight'],
    ['25:00', '25:00', '25:00'], ['nine', 'nine', 'nine'],
  ];
  for (const [time, inBritain, inAmerica] of times) {
    it(`writes ${time}`, () => {
      expect(timeText(british, time)).to.equal(inBritain);
      expect(timeText(american, time)).to.equal(inAmerica);
    });
  }

  it('writes a day’s hours', () => {
    expect(intervalsText(british, [])).to.equal('Closed');
    expect(intervalsText(british, [{ open: '00:00', close: '24:00' }])).to.equal('Open 24 hours');
    expect(intervalsText(british, [{ open: '09:00', close: '13:00' }, { open: '14:00', close: '18:00' }])).to.equal('09:00–13:00, 14:00–18:00');
    expect(intervalsText(american, [{ open: '09:00', close: '17:00' }])).to.equal('9:00 AM – 5:00 PM');
  });

  it('says what goes on into the next day', () => {
    expect(overnightText(british, [{ open: '18:00', close: '02:00' }])).to.equal('until 02:00 the next day');
    expect(overnightText(british, [{ open: '09:00', close: '24:00' }])).to.equal('');
    expect(overnightText(british, [{ open: '09:00', close: '09:00' }])).to.equal('');
    expect(overnightText(british, [{ open: '09:00', close: '' }])).to.equal('');
  });

  it('writes dates, and what is no date as it is', () => {
    expect(datesText('en-GB', { from: '2026-01-01', to: '2026-01-01' })).to.match(/^Thu,? 1 Jan 2026$/);
    expect(datesText('en-GB', { from: '2026-12-24', to: '2026-12-31' })).to.contain('24').and.contain('31').and.contain('2026');
    expect(datesText('en-GB', { from: '2026-02-30', to: '2026-02-30' })).to.equal('2026-02-30');
    expect(datesText('en-GB', { from: '2026-02-02', to: '2026-02-01' })).to.equal('2026-02-02 – 2026-02-01');
    expect(datesText('en-GB', { from: 'soon', to: 'later' })).to.equal('soon – later');
  });

  it('says when in the zone it is about: the time, the day, or the date', () => {
    const now = new Date('2026-01-14T09:30:00Z');
    expect(momentText('en-GB', new Date('2026-01-14T16:00:00Z'), now, 'Europe/Madrid')).to.equal('17:00');
    expect(momentText('en-GB', new Date('2026-01-14T16:00:00Z'), now, 'Asia/Tokyo')).to.match(/^Thursday.*01:00$/);
    expect(momentText('en-GB', new Date('2026-03-02T08:00:00Z'), now, 'Europe/Madrid')).to.contain('2 March 2026');
  });
});
