import { expect } from 'chai';
import { formatMessage } from '../../src/internal/messages.js';

describe('formatMessage', () => {
  it('fills in what it is given, and leaves the name of what is missing', () => {
    expect(formatMessage('Hello {name}, {other}', 'en', { name: 'Ana' })).to.equal('Hello Ana, {other}');
  });

  it('writes numbers the way the language does', () => {
    expect(formatMessage('{total}', 'en', { total: 12345 })).to.equal('12,345');
    expect(formatMessage('{total}', 'de', { total: 12345 })).to.equal('12.345');
  });

  it('chooses the plural category of the language', () => {
    const message = { one: '{count} plik', few: '{count} pliki', many: '{count} plików', other: '{count} pliku' };
    expect([1, 2, 5, 22].map((count) => formatMessage(message, 'pl', { count }))).to.deep.equal(['1 plik', '2 pliki', '5 plików', '22 pliki']);
  });

  it('takes the form for other where a category has none of its own, or no count is given', () => {
    expect(formatMessage({ other: '{count} things' }, 'en', { count: 1 })).to.equal('1 things');
    expect(formatMessage({ one: 'x', other: 'things' }, 'en')).to.equal('things');
  });

  it('never takes a text apart again: placeholders in values stay as they are', () => {
    expect(formatMessage('{a}', 'en', { a: '{b}', b: 'no' })).to.equal('{b}');
  });
});
