import { expect } from 'chai';
import * as fc from 'fast-check';
import { cleanName, foldLabel, readInvitees } from '../../../src/elements/users-tab/invite/invitee.js';
import { readPastedTable, readTable } from '../../../src/elements/users-tab/invite/invitation-table.js';
import { decodeText, maxBytes } from '../../../src/internal/text-decoding.js';
import type { TableVocabulary } from '../../../src/elements/users-tab/invite/table-columns.js';

const roles = ['administrator', 'editor', 'tester', 'readonly', 'administrador', 'editora'];
const vocabulary: TableVocabulary = { columns: { name: 'Jméno', email: 'Adresa', role: 'Úloha' }, isRole: (text) => roles.includes(foldLabel(text)) };

/** Each person as `name|address|role`; `!` marks what is no address. */
function people(text: string): string[] {
  return readTable(text, vocabulary).invitees.map(({ name, address, role, issue }) => `${issue ? '!' : ''}${name}|${address}|${role ?? ''}`);
}

const ann = 'Ann Lee|ann@x.example|editor';
const bo = 'Bo|bo@x.example|';
const both = [ann, bo];

/** Every one of these is the same two people. */
const shapes: Record<string, string> = {
  'commas': 'name,email,role\nAnn Lee,ann@x.example,editor\nBo,bo@x.example,\n',
  'semicolons, as where the comma is a decimal sign': 'Name;E-mail;Role\nAnn Lee;ann@x.example;editor\nBo;bo@x.example;\n',
  'tabs': 'Name\tE-mail\tRole\nAnn Lee\tann@x.example\teditor\nBo\tbo@x.example\t\n',
  'a byte order mark': '\ufeffname,email,role\nAnn Lee,ann@x.example,editor\nBo,bo@x.example,',
  'CRLF': 'name,email,role\r\nAnn Lee,ann@x.example,editor\r\nBo,bo@x.example,\r\n',
  'CR alone': 'name,email,role\rAnn Lee,ann@x.example,editor\rBo,bo@x.example,\r',
  'quotes': '"name","email","role"\n"Ann Lee","ann@x.example","editor"\n"Bo","bo@x.example",""\n',
  'sep=': 'sep=;\nname;email;role\nAnn Lee;ann@x.example;editor\nBo;bo@x.example;\n',
  'empty lines': '\n\nname,email,role\n\nAnn Lee,ann@x.example,editor\n\n\nBo,bo@x.example,\n\n',
  'lines of delimiters only': 'name,email,role\n,,\nAnn Lee,ann@x.example,editor\n , ,\nBo,bo@x.example,\n,,',
  'no line break at the end': 'name,email,role\nAnn Lee,ann@x.example,editor\nBo,bo@x.example',
  'columns in another order': 'role,email,name\neditor,ann@x.example,Ann Lee\n,bo@x.example,Bo\n',
  'no header': 'Ann Lee,ann@x.example,editor\nBo,bo@x.example,\n',
  'no header, in another order': 'editor;ann@x.example;Ann Lee\n;bo@x.example;Bo\n',
  'Spanish': 'Nombre;Correo electrónico;Función\nAnn Lee;ann@x.example;editor\nBo;bo@x.example;\n',
  'Spanish, other words': 'Nombre y apellidos,Correo,Rol\nAnn Lee,ann@x.example,editor\nBo,bo@x.example,\n',
  'German': 'Name;E-Mail-Adresse;Rolle\nAnn Lee;ann@x.example;editor\nBo;bo@x.example;\n',
  'French': 'Nom complet;Courriel;Rôle\nAnn Lee;ann@x.example;editor\nBo;bo@x.example;\n',
  'Italian': 'Nome,Indirizzo e-mail,Ruolo\nAnn Lee,ann@x.example,editor\nBo,bo@x.example,\n',
  'Portuguese': 'Nome completo;E-mail;Função\nAnn Lee;ann@x.example;editor\nBo;bo@x.example;\n',
  'Japanese': '氏名,メールアドレス,役割\nAnn Lee,ann@x.example,editor\nBo,bo@x.example,\n',
  'the words of the page': 'Jméno,Adresa,Úloha\nAnn Lee,ann@x.example,editor\nBo,bo@x.example,\n',
  'capitals and spaces in the header': ' NAME , E-MAIL , ROLE \nAnn Lee,ann@x.example,editor\nBo,bo@x.example,\n',
  'first and last names apart': 'First name,Last name,Email,Role\nAnn,Lee,ann@x.example,editor\nBo,,bo@x.example,\n',
  'nombre and apellidos apart': 'Nombre,Apellidos,Correo,Rol\nAnn,Lee,ann@x.example,editor\nBo,,bo@x.example,\n',
  'Name and Vorname': 'Name;Vorname;E-Mail;Rolle\nLee;Ann;ann@x.example;editor\n;Bo;bo@x.example;\n',
  'an unknown column': 'name,email,role,team\nAnn Lee,ann@x.example,editor,Sales\nBo,bo@x.example,,\n',
  'names in the cells of addresses': 'email,role\nAnn Lee <ann@x.example>,editor\nBo <bo@x.example>,\n',
  'mailto links': 'name,email,role\nAnn Lee,mailto:ann@x.example,editor\nBo,mailto:bo@x.example,\n',
  'blanks around cells': 'name;email;role\n  Ann Lee  ; ann@x.example ; editor \n Bo ; bo@x.example ; \n',
  'a line break in a name': 'name,email,role\n"Ann\nLee",ann@x.example,editor\nBo,bo@x.example,\n',
  'rows of different lengths': 'name,email,role\nAnn Lee,ann@x.example,editor\nBo,bo@x.example\n',
};

describe('users-tab: a table of people', () => {
  for (const [name, text] of Object.entries(shapes)) {
    it(`is read: ${name}`, () => expect(people(text)).to.deep.equal(both));
  }

  it('keeps quotes, delimiters and apostrophes that belong to a name', () => {
    expect(people('name,email\n"Lee, Ann ""Annie""",ann@x.example\nO’Brien \'t Hooft,bo@x.example')).to.deep.equal([
      'Lee, Ann "Annie"|ann@x.example|', 'O’Brien \'t Hooft|bo@x.example|',
    ]);
  });

  it('is read where there are only addresses, or one', () => {
    expect(people('ann@x.example\nbo@x.example')).to.deep.equal(['|ann@x.example|', '|bo@x.example|']);
    expect(people('E-mail\nann@x.example')).to.deep.equal(['|ann@x.example|']);
    expect(people('')).to.deep.equal([]);
    expect(people('name,email')).to.deep.equal([]);
  });

  it('has somebody for every row in which something is written', () => {
    expect(people('name,email,role\nAnn,,editor\n,nobody,\nBo,bo@x.example;cy@x.example,\nDi,two words@x.example,')).to.deep.equal([
      '!Ann||editor', '!|nobody|', '|bo@x.example|', '|cy@x.example|', '!Di|two words@x.example|',
    ]);
    expect(readTable('name,email,team\n,,Sales', vocabulary).invitees).to.have.length(1);
  });

  it('says in which row of the spreadsheet somebody is', () => {
    expect(readTable('name,email\n\nAnn,ann@x.example\nBo,no', vocabulary).invitees.map(({ row }) => row)).to.deep.equal([3, 4]);
  });

  it('names the columns that are not used', () => {
    const leftOut = (text: string) => readTable(text, vocabulary).leftOut;
    expect(leftOut('name,email,Team,Empty,\nAnn,ann@x.example,Sales,,x')).to.deep.equal(['Team', 5]);
    expect(leftOut('Ann,ann@x.example,editor,Sales')).to.deep.equal([4]);
    expect(leftOut('e-mail,e-mail\nann@x.example,other@x.example')).to.deep.equal(['e-mail']);
  });

  it('loses nothing at quotes that are not closed, or go on after they were', () => {
    expect(people('name,email\n"Ann,ann@x.example\nBo,bo@x.example')).to.deep.equal(['"Ann|ann@x.example|', bo]);
    expect(people('name,email\n"Ann"x Lee,ann@x.example\nBo,bo@x.example')).to.deep.equal(['"Ann"x Lee|ann@x.example|', bo]);
    expect(people('name,email\n5" pipe,ann@x.example\nBo,bo@x.example')).to.deep.equal(['5" pipe|ann@x.example|', bo]);
  });

  const hostile: [name: string, text: string, expected: string[]][] = [
    ['HTML', 'name,email\n<img src=x onerror=alert(1)>,ann@x.example', ['<img src=x onerror=alert(1)>|ann@x.example|']],
    ['a formula', 'name,email\n"=HYPERLINK(""https://x"")",ann@x.example', ['=HYPERLINK("https://x")|ann@x.example|']],
    ['NUL', 'name,email\nA\0nn,ann@x.example\nBo,b\0o@x.example', ['A nn|ann@x.example|', '!Bo|b\0o@x.example|']],
    ['half of a character', 'name,email\nA\ud83dnn,ann@x.example', ['A\ufffdnn|ann@x.example|']],
    ['keys of every object', '__proto__,email,constructor\nx,ann@x.example,y', ['|ann@x.example|']],
    ['a long name', `name,email\n${'n'.repeat(10_000)},ann@x.example`, [`${'n'.repeat(10_000)}|ann@x.example|`]],
  ];
  for (const [name, text, expected] of hostile) {
    it(`keeps ${name} as the text that it is`, () => expect(people(text)).to.deep.equal(expected));
  }

  for (const unit of ['"', '""', '",', ',', ';\n', '\n', '<', '@', 'a@', '"\n', '\t', ' ', 'name,email\n', 'Ann,ann@x.example\n']) {
    it(`reads a megabyte of ${JSON.stringify(unit)}`, function () {
      this.timeout(20_000);
      const text = unit.repeat(1_000_000 / unit.length);
      expect(readTable(text, vocabulary).invitees.length, 'nobody is made up').to.be.at.most(1 + text.split('\n').length);
      expect(() => readPastedTable(text, vocabulary)).not.to.throw();
    });
  }

  it('is read as it was written, whatever the names are', () => {
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/@/g, 'a')).filter((text) => cleanName(text) !== '');
    fc.assert(fc.property(fc.array(name, { minLength: 1 }), fc.constantFrom(',', ';', '\t'), (names, delimiter) => {
      const rows = names.map((one, index) => [quoted(one), `p${index}@x.example`].join(delimiter));
      const found = readTable(['"name"' + delimiter + '"email"', ...rows].join('\n'), vocabulary).invitees;
      expect(found.map((one) => one.name)).to.deep.equal(names.map((one) => cleanName(one.trim())));
      expect(found.map(({ address }) => address)).to.deep.equal(names.map((_, index) => `p${index}@x.example`));
    }));
  });
});

describe('users-tab: what is pasted', () => {
  const tables: Record<string, string> = {
    'a part of a spreadsheet': 'Ann Lee\tann@x.example\teditor\nBo\tbo@x.example\t',
    'with its header': 'Name\tE-mail\tRole\nAnn Lee\tann@x.example\teditor\nBo\tbo@x.example\t',
    'lines of CSV': 'Ann Lee,ann@x.example,editor\nBo,bo@x.example,',
  };
  for (const [name, text] of Object.entries(tables)) {
    it(`is read as a table: ${name}`, () => {
      expect(readPastedTable(text, vocabulary)?.invitees.map(({ name: called, address, role = '' }) => `${called}|${address}|${role}`)).to.deep.equal(both);
    });
  }

  for (const text of ['a@x.example, b@x.example\nc@x.example, d@x.example', 'a@x.example\tb@x.example', 'Lee, Ann <a@x.example>\nRuiz, Bo <b@x.example>', 'Ann, ann@x.example', 'a@x.example,\nb@x.example', '', 'no\tbody']) {
    it(`is rather a list: ${JSON.stringify(text)}`, () => expect(readPastedTable(text, vocabulary)).to.equal(null));
  }

  it('is a list with everybody in it, and what is no address', () => {
    expect(readInvitees('Ann <ann@x.example>; nobody').map(({ address, issue }) => [address, issue?.code])).to.deep.equal([['ann@x.example', undefined], ['nobody', 'email.missing-at']]);
  });
});

describe('users-tab: the text of a file', () => {
  const decoded = (bytes: number[]) => {
    const result = decodeText(new Uint8Array(bytes));
    return result.ok ? [result.value, ...result.warnings.map(({ code }) => code)] : result.issues.map(({ code }) => code);
  };
  const utf16 = (text: string, isBig: boolean) => [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });

  it('is UTF-8, with a byte order mark or without', () => {
    const bytes = [...new TextEncoder().encode('Méndez')];
    expect(decoded(bytes)).to.deep.equal(['Méndez']);
    expect(decoded([0xef, 0xbb, 0xbf, ...bytes])).to.deep.equal(['Méndez']);
  });

  it('is UTF-16 where its mark says so', () => {
    expect(decoded([0xff, 0xfe, ...utf16('Méndez', false)])).to.deep.equal(['Méndez']);
    expect(decoded([0xfe, 0xff, ...utf16('Méndez', true)])).to.deep.equal(['Méndez']);
  });

  it('is Windows-1252 where it is no UTF-8, and says so', () => {
    expect(decoded([0x4d, 0xe9, 0x6e, 0xf1])).to.deep.equal(['Ménñ', 'file.windows-1252']);
  });

  it('is none in a workbook, nor in what is too large', () => {
    expect(decoded([0x50, 0x4b, 0x03, 0x04, 0])).to.deep.equal(['file.workbook']);
    expect(decoded([0xd0, 0xcf, 0x11, 0xe0])).to.deep.equal(['file.workbook']);
    const large = decodeText(new Uint8Array(maxBytes + 1));
    expect(large.ok).to.equal(false);
  });
});
