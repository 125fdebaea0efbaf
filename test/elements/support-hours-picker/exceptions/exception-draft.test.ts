import { expect } from 'chai';
import type { Exception } from '../../../../src/domain/support-hours.js';
import { emptyExceptionDraft, type ExceptionDraft } from '../../../../src/elements/support-hours-picker/exceptions/exception-draft.js';
import { readExceptionDraft } from '../../../../src/elements/support-hours-picker/exceptions/read-exception.js';
import { parseDayEntry } from '../../../../src/elements/support-hours-picker/day-entry.js';
import { schedule } from '../fixtures.js';
import { textsFor } from '../texts.js';

const christmas = { from: '2026-12-24', to: '2026-12-26', intervals: [] };

function read(changes: Partial<ExceptionDraft>, exceptions = [christmas] as Exception[]) {
  return readExceptionDraft({ ...emptyExceptionDraft, ...changes }, schedule({ exceptions }), (text) => parseDayEntry(textsFor('en'), text));
}

describe('exception draft', () => {
  it('is a closed day where only a date was given', () => {
    expect(read({ from: '2026-01-01' })).to.deep.include({ ok: true, value: { from: '2026-01-01', to: '2026-01-01', intervals: [] } });
  });

  it('takes a range, hours and an occasion', () => {
    const result = read({ from: '2026-08-01', to: '2026-08-15', hours: '10-14', label: ' Summer ' });
    expect(result.ok && result.value).to.deep.equal({ from: '2026-08-01', to: '2026-08-15', intervals: [{ open: '10:00', close: '14:00' }], label: 'Summer' });
  });

  const refusals: [what: string, draft: Partial<ExceptionDraft>, part: string][] = [
    ['no date', {}, 'from'],
    ['no such date', { from: '2026-02-30' }, 'from'],
    ['an end before the beginning', { from: '2026-05-02', to: '2026-05-01' }, 'to'],
    ['hours that overlap', { from: '2026-05-01', hours: '9-12, 11-14' }, 'hours'],
    ['hours that are not understood', { from: '2026-05-01', hours: 'late' }, 'hours'],
    ['dates that another exception has', { from: '2026-12-26', to: '2026-12-28' }, 'from'],
    ['dates within another exception', { from: '2026-12-25' }, 'from'],
  ];
  for (const [what, draft, part] of refusals) {
    it(`refuses ${what}`, () => {
      const result = read(draft);
      expect(result.ok).to.equal(false);
      expect(!result.ok && result.issues[0].path[0]).to.equal(part);
    });
  }

  it('is not blamed for what was wrong before', () => {
    const broken = { from: '2026-02-30', to: '2026-02-30', intervals: [] };
    expect(read({ from: '2026-05-01' }, [broken]).ok).to.equal(true);
  });

  it('takes the place of the one that is changed, whose dates it may keep and whose other keys it does', () => {
    const changed = { ...christmas, label: 'Christmas', note: 'kept' };
    const result = readExceptionDraft({ from: '2026-12-24', to: '2026-12-27', hours: '', label: '' }, schedule({ exceptions: [changed] }), (text) => parseDayEntry(textsFor('en'), text), changed);
    expect(result.ok && result.value).to.deep.equal({ from: '2026-12-24', to: '2026-12-27', intervals: [], note: 'kept' });
  });

  it('names the exception that it crosses', () => {
    const result = read({ from: '2026-12-20', to: '2026-12-24' }, [{ ...christmas, label: 'Christmas' }]);
    expect(!result.ok && result.issues[0]).to.deep.include({ code: 'hours.exception-crosses', params: { from: '2026-12-24', to: '2026-12-26', label: 'Christmas' } });
  });
});
