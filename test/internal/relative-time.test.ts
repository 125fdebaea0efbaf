import { expect } from 'chai';
import { absoluteTime, relativeTime } from '../../src/internal/relative-time.js';

describe('times', () => {
  it('make one formatter of each kind for a language, however many cells there are', () => {
    const { RelativeTimeFormat, DateTimeFormat } = Intl;
    let made = 0;
    const counting = <T extends new (...args: never[]) => object>(kind: T) => new Proxy(kind, { construct: (target, args, by) => ((made += 1), Reflect.construct(target, args, by) as object) });
    Object.assign(Intl, { RelativeTimeFormat: counting(RelativeTimeFormat), DateTimeFormat: counting(DateTimeFormat) });
    try {
      const now = new Date('2026-11-25T12:00:00Z');
      for (let hour = 0; hour < 20; hour += 1) {
        const instant = new Date(now.getTime() - hour * 3_600_000).toISOString();
        relativeTime(instant, now, 'de');
        absoluteTime(instant, 'de');
      }
      expect(relativeTime('2026-11-22T12:00:00Z', now, 'de')).to.equal('vor 3 Tagen');
      expect(relativeTime('2026-11-22T12:00:00Z', now, 'en')).to.equal('3 days ago');
    } finally {
      Object.assign(Intl, { RelativeTimeFormat, DateTimeFormat });
    }
    expect(made).to.be.at.most(4);
  });
});
