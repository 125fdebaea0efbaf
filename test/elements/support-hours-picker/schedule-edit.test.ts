import { expect } from 'chai';
import { fullDay, isFullDay } from '../../../src/domain/full-day.js';
import type { Schedule, SupportHours } from '../../../src/domain/support-hours.js';
import {
  addException, addSchedule, applyPreset, changeSchedule, copyDay, createSchedule, isClosedAllWeek, removeException,
  removeSchedule, scheduleKeys, setDay, usualHours, workdays,
} from '../../../src/elements/support-hours-picker/schedule-edit.js';

const office = { open: '09:00', close: '17:00' };

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

const closed = deepFreeze(createSchedule('a', 'Europe/Madrid'));
const weekdaysOnly = deepFreeze(createSchedule('b', 'Europe/Madrid', 'weekdays'));

describe('editing a schedule', () => {
  it('begins closed on all seven days, without exceptions', () => {
    expect(Object.keys(closed.weekly)).to.deep.equal(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']);
    expect(isClosedAllWeek(closed)).to.equal(true);
    expect(closed).to.include({ id: 'a', label: '', timeZone: 'Europe/Madrid' });
    expect(closed.exceptions).to.deep.equal([]);
  });

  it('has ready-made weeks', () => {
    expect(workdays.map((day) => weekdaysOnly.weekly[day])).to.deep.equal(Array(5).fill([office]));
    expect([weekdaysOnly.weekly.sa, weekdaysOnly.weekly.su]).to.deep.equal([[], []]);
    const always = createSchedule('c', 'UTC', 'always');
    expect(Object.values(always.weekly)).to.deep.equal(Array(7).fill([fullDay]));
    expect(isClosedAllWeek(always)).to.equal(false);
  });

  it('knows a full day only where it is exactly that', () => {
    expect(isFullDay([fullDay])).to.equal(true);
    expect(isFullDay([{ open: '00:00', close: '23:59' }])).to.equal(false);
    expect(isFullDay([])).to.equal(false);
    expect(isFullDay([fullDay, office])).to.equal(false);
  });

  it('sets a day in the order of the intervals, and leaves everything else as it was', () => {
    const before = deepFreeze({ ...closed, custom: { kept: true } } as Schedule);
    const after = setDay(before, 'we', [{ open: '16:00', close: '20:00' }, { open: '09:00', close: '14:00' }]);
    expect(after.weekly.we.map(({ open }) => open)).to.deep.equal(['09:00', '16:00']);
    expect(after.weekly.th).to.equal(before.weekly.th);
    expect(after).to.have.deep.property('custom', { kept: true });
    expect(before.weekly.we).to.deep.equal([]);
  });

  it('copies a day to others, each with hours of its own', () => {
    const after = copyDay(weekdaysOnly, 'mo', ['sa', 'su']);
    expect(after.weekly.sa).to.deep.equal([office]);
    expect(after.weekly.sa[0]).not.to.equal(after.weekly.mo[0]);
    expect(weekdaysOnly.weekly.sa).to.deep.equal([]);
  });

  it('fills in a week and keeps name, zone and exceptions', () => {
    const named = { ...closed, label: 'Night', exceptions: [{ from: '2026-01-01', to: '2026-01-01', intervals: [] }] };
    const after = applyPreset(named, 'weekdays');
    expect(after.weekly.mo).to.deep.equal([office]);
    expect(after).to.include({ label: 'Night', timeZone: 'Europe/Madrid', exceptions: named.exceptions });
  });

  it('opens a day as the nearest day before it that has hours', () => {
    const late = [{ open: '12:00', close: '20:00' }];
    expect(usualHours(closed, 'mo')).to.deep.equal([office]);
    expect(usualHours(setDay(closed, 'th', late), 'sa')).to.deep.equal(late);
    expect(usualHours(setDay(weekdaysOnly, 'fr', [fullDay]), 'sa')).to.deep.equal([office]);
    expect(usualHours(setDay(closed, 'su', late), 'mo')).to.deep.equal(late);
  });

  it('keeps exceptions in the order of their dates', () => {
    const day = (date: string) => ({ from: date, to: date, intervals: [] });
    const after = [day('2026-05-01'), day('2026-01-01'), day('2026-12-25')].reduce(addException, closed);
    expect(after.exceptions.map(({ from }) => from)).to.deep.equal(['2026-01-01', '2026-05-01', '2026-12-25']);
    expect(removeException(after, 1).exceptions.map(({ from }) => from)).to.deep.equal(['2026-01-01', '2026-12-25']);
    expect(after.exceptions).to.have.length(3);
  });

  it('adds, changes and removes schedules without touching the others', () => {
    const none: SupportHours = deepFreeze({ version: 1, schedules: [], custom: 1 });
    const two = addSchedule(addSchedule(none, closed), weekdaysOnly);
    expect(two.schedules.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    const renamed = changeSchedule(two, 1, (schedule) => ({ ...schedule, label: 'Phone' }));
    expect(renamed.schedules[1].label).to.equal('Phone');
    expect(renamed.schedules[0]).to.equal(closed);
    expect(removeSchedule(two, 0).schedules).to.deep.equal([weekdaysOnly]);
    expect(two).to.have.property('custom', 1);
  });

  it('tells schedules apart even where their ids are the same', () => {
    expect(scheduleKeys({ version: 1, schedules: [closed, weekdaysOnly, closed] })).to.deep.equal(['a', 'b', 'a#2']);
  });
});
