import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { usersParts } from '../../../src/elements/users-tab/users-parts.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { allByRole, byRole, hasRole, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { ReviewHarness } from './review.harness.js';

describe('users-tab: who is to be invited', () => {
  it('is a table of names, addresses and roles that is looked at before anything is sent', async () => {
    const review = await ReviewHarness.open();
    await review.users.select('Role', 'editor');
    await review.paste('Zoe Zed <zoe@mesa.example>, yan@mesa.example');
    expect(review.people).to.deep.equal(['Zoe Zed|zoe@mesa.example|editor', '|yan@mesa.example|editor']);
    expect(allByRole(review.users.dialog, 'columnheader').map((header) => visibleText(header))).to.deep.equal(['Name', 'E-mail', 'Role', 'Status', 'Actions']);
    expect(review.users.recorder.events).to.deep.equal([]);
    await review.users.select('Role of yan@mesa.example', 'tester');
    await review.type('Name of yan@mesa.example', 'Yan');
    byRole<HTMLInputElement>(review.users.dialog, 'checkbox', 'Product news').click();
    await review.users.press('Send 2 invitations');
    await review.users.closed();
    expect((await review.stored('yan')).map(({ name, role, mailingLists }) => ({ name, role, mailingLists }))).to.deep.equal([{ name: 'Yan', role: 'tester', mailingLists: ['product-news'] }]);
    expect((await review.stored('zoe'))[0]).to.deep.include({ name: 'Zoe Zed', role: 'editor', mailingLists: ['product-news'] });
  });

  it('gives all the same role at once, and says where they differ', async () => {
    const review = await (await ReviewHarness.open()).paste('zoe@mesa.example, yan@mesa.example');
    await review.users.select('Role of all', 'editor');
    expect(review.people.map((one) => one.split('|')[2])).to.deep.equal(['editor', 'editor']);
    await review.users.select('Role of zoe@mesa.example', 'tester');
    expect(byRole<HTMLSelectElement>(review.users.dialog, 'combobox', 'Role of all').value).to.equal('');
  });

  it('offers no role above the viewer’s own', async () => {
    const roles = [{ key: 'member', canEditContactInfo: true, canManageUsers: true, rank: 1 }, { key: 'owner', canEditContactInfo: true, canManageUsers: true, rank: 2 }];
    const review = await ReviewHarness.open(undefined, { roles, viewer: { id: 'laura', role: 'member' } });
    await review.choose(['people.csv', 'email,role\nzoe@mesa.example,owner\nyan@mesa.example,member']);
    await review.ready();
    expect([...byRole<HTMLSelectElement>(review.users.dialog, 'combobox', 'Role of yan@mesa.example').options].map(({ value }) => value)).to.deep.equal(['member']);
    expect(review.textOf('zoe')).to.contain('The role “owner” is above your own.');
    expect(hasRole(review.users.dialog, 'button', 'Send invitation')).to.equal(true);
  });

  it('has pieces that are no address, with the reason, to be corrected or dropped', async () => {
    const review = await (await ReviewHarness.open()).paste('zoe@mesa.example, nobody, at@home');
    expect(review.textOf('nobody')).to.contain('There is no @ in this.');
    expect(review.text).to.contain('2 cannot be invited as they are.');
    await review.type('E-mail of nobody', 'yan@mesa.example');
    expect(review.textOf('yan@')).to.contain('Ready');
    byRole(review.users.dialog, 'button', 'Take at@home off the list').click();
    await review.users.settled();
    expect(review.people).to.have.length(2);
    expect(review.users.focused, 'the focus stays in the list').to.equal('Take yan@mesa.example off the list');
    await review.users.press('Send 2 invitations');
    await review.users.closed();
    expect(await review.stored('yan')).to.have.length(1);
  });

  it('folds who is there again where everybody can see it, with both names', async () => {
    const review = await (await ReviewHarness.open()).paste('zoe@mesa.example; Zoe <ZOE@mesa.example>, "Zed, Z." <zoe@mesa.example>, yan@mesa.example');
    expect(review.people.map((one) => one.split('|').slice(0, 2).join())).to.deep.equal(['Zoe,zoe@mesa.example', ',yan@mesa.example']);
    expect(review.textOf('zoe')).to.contain('Here 3 times, invited once.').and.to.contain('Also as: Zed, Z.');
  });

  it('does not invite an address twice that was made the same by hand', async () => {
    const review = await (await ReviewHarness.open()).paste('zoe@mesa.example, yan@mesa.example');
    await review.type('E-mail of yan@mesa.example', 'Zoe@mesa.example');
    expect(visibleText(review.rows[1])).to.contain('This address is further up already.');
    await review.users.press('Send invitation');
    await eventually(() => review.textOf('zoe@').includes('Sent'), 'the one is sent');
    expect(await review.stored('zoe')).to.have.length(1);
  });

  it('says who is a user already, and what to do instead, before anything is sent', async () => {
    const review = await (await ReviewHarness.open()).paste('zoe@mesa.example, laura.mendez@mesa.example, ANA.gomez@mesa.example, noor@mesa.example');
    expect(review.textOf('laura')).to.contain('Active').and.to.contain('This person has access already.');
    expect(review.textOf('ANA')).to.contain('The invitation can be sent again from the table of users.');
    expect(review.textOf('noor')).to.contain('Reactivate them in the table of users.');
    await review.users.press('Send invitation');
    await eventually(() => review.text.includes('1 invitation sent.'), 'it is sent');
    expect(review.users.recorder.details[0]).to.deep.include({ count: 1 });
  });

  it('searches a large directory by address, a bounded number of times, and stops when it is closed', async () => {
    const searched: string[] = [];
    const signals: AbortSignal[] = [];
    const review = await ReviewHarness.open((directory) => ({
      listUsers: async (request) => {
        const page = await directory.listUsers(request);
        if (request.limit === 200) return { ...page, users: [], nextCursor: 'more' };
        if (request.search?.includes('@')) {
          searched.push(request.search);
          signals.push(request.signal);
          if (request.search.startsWith('p98@')) return new Promise(() => undefined);
        }
        return page;
      },
    }));
    await review.users.type('E-mail', ['diego.ruiz@mesa.example', ...Array.from({ length: 150 }, (_, index) => `p${index}@mesa.example`)].join('\n'));
    await review.users.press('Review 151 people');
    await review.users.listsInvitees();
    await eventually(() => searched.length === 100, 'it asks for a hundred');
    await eventually(() => review.text.includes('Finding out'), 'it says what it does');
    await sendKeys({ press: 'Escape' });
    await review.users.closed();
    expect(signals.at(-1)!.aborted).to.equal(true);
  });

  it('goes on without knowing where the directory does not answer', async () => {
    let isDown = false;
    const review = await ReviewHarness.open((directory) => ({ listUsers: (request) => (isDown ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : directory.listUsers(request)) }));
    isDown = true;
    await review.paste('zoe@mesa.example, diego.ruiz@mesa.example');
    expect(review.text).to.contain('Who is here already is found out when the invitations are sent.');
    isDown = false;
    await review.users.press('Send 2 invitations');
    await eventually(() => review.text.includes('1 was not invited'), 'it says so');
    expect(review.textOf('diego')).to.contain('This person has access already.');
  });

  it('keeps everything while more are added, and when it is closed', async () => {
    const review = await (await ReviewHarness.open()).paste('zoe@mesa.example, yan@mesa.example');
    await review.type('Name of zoe@mesa.example', 'Zoe');
    await review.users.press('Add more people');
    await eventually(() => review.users.focused === 'E-mail', 'the box has the focus');
    expect(review.text).to.contain('2 people are on the list already.');
    await review.users.type('E-mail', 'xan@mesa.example');
    await review.users.press('Review 3 people');
    await review.ready();
    await sendKeys({ press: 'Escape' });
    await review.users.closed();
    await review.users.press('Invite user');
    expect(review.people.map((one) => one.split('|').slice(0, 2).join())).to.deep.equal(['Zoe,zoe@mesa.example', ',yan@mesa.example', ',xan@mesa.example']);
    await review.users.press('Discard the list');
    expect(review.text).to.contain('The list with 3 people was discarded.');
    await review.users.press('Undo');
    expect(review.people).to.have.length(3);
  });

  it('sends nothing on Enter in a box of the list', async () => {
    const review = await (await ReviewHarness.open()).paste('zoe@mesa.example, yan@mesa.example');
    byRole(review.users.dialog, 'textbox', 'E-mail of zoe@mesa.example').focus();
    await sendKeys({ press: 'Enter' });
    await review.users.settled();
    expect(review.users.recorder.events).to.deep.equal([]);
  });

  it('shows many in pages, and only what needs attention where that is asked', async () => {
    const review = await ReviewHarness.open();
    await review.paste([...Array.from({ length: 120 }, (_, index) => `p${index}@mesa.example`), 'nobody'].join('\n'));
    expect(review.rows).to.have.length(50);
    expect(review.text).to.contain('1–50 of 121');
    byRole<HTMLInputElement>(review.users.dialog, 'checkbox', 'Show only what needs attention').click();
    await review.users.settled();
    expect(review.people.map((one) => one.split('|')[1])).to.deep.equal(['nobody']);
    await review.type('E-mail of nobody', 'somebody@mesa.example');
    expect(review.people, 'it stays in sight').to.have.length(1);
    expect(hasRole(review.users.dialog, 'button', 'Send 121 invitations')).to.equal(true);
  });

  it('keeps everything where the code of the list cannot be loaded', async () => {
    const review = await ReviewHarness.open();
    const { review: load } = usersParts;
    usersParts.review = () => Promise.reject(new Error('offline'));
    try {
      await review.users.type('E-mail', 'zoe@mesa.example, yan@mesa.example');
      await review.users.press('Review 2 people');
      await eventually(() => review.text.includes('This part could not be loaded.'), 'it says so');
    } finally {
      usersParts.review = load;
    }
    expect(byRole<HTMLTextAreaElement>(review.users.dialog, 'textbox', 'E-mail').value).to.equal('zoe@mesa.example, yan@mesa.example');
    await review.users.press('Review 2 people');
    await review.ready();
  });

  it('refuses more than can be looked through, with words, and keeps them in the box', async () => {
    const review = await ReviewHarness.open();
    const text = Array.from({ length: 5_001 }, (_, index) => `p${index}@mesa.example`).join('\n');
    await review.users.type('E-mail', text);
    await review.users.press(/^Review/);
    await eventually(() => review.text.includes('There cannot be more than 5,000 people on the list.'), 'it says so');
    expect(byRole<HTMLTextAreaElement>(review.users.dialog, 'textbox', 'E-mail').value).to.equal(text);
  });
});

describe('users-tab: inviting by a file', () => {
  it('reads names, addresses and roles by key or label, and says what it did not use', async () => {
    const review = await ReviewHarness.open();
    await review.choose(['team.csv', 'Nombre;Correo;Rol;Sede\nZoe;zoe@mesa.example;Administrator;Vigo\nYan;yan@mesa.example;tester;\n;xan@mesa.example;Boss;\n']);
    await review.ready();
    expect(review.people).to.deep.equal(['Zoe|zoe@mesa.example|administrator', 'Yan|yan@mesa.example|tester', '|xan@mesa.example|']);
    expect(review.text).to.contain('team.csv: 3 people found.').and.to.contain('Not used: Sede.');
    expect(review.textOf('xan')).to.contain('There is no role “Boss”. Choose one.').and.to.contain('Row 4 of the table.');
    await review.users.select('Role of xan@mesa.example', 'editor');
    await review.users.press('Send 3 invitations');
    await review.users.closed();
    expect((await review.stored('xan'))[0].role).to.equal('editor');
  });

  it('takes files that are dropped, after what is in the box', async () => {
    const review = await ReviewHarness.open();
    await review.users.type('E-mail', 'wim@mesa.example, nobody');
    await review.drop(['a.csv', 'zoe@mesa.example'], ['b.csv', 'Yan,yan@mesa.example']);
    await review.ready();
    expect(review.people.map((one) => one.split('|').slice(0, 2).join())).to.deep.equal([',wim@mesa.example', ',nobody', ',zoe@mesa.example', 'Yan,yan@mesa.example']);
    await review.drop(['c.csv', 'xan@mesa.example']);
    await eventually(() => review.people.length === 5, 'more can be dropped on the list');
  });

  it('says that letters may have been misread where a file is in no Unicode', async () => {
    const review = await ReviewHarness.open();
    await review.choose(['old.csv', new Uint8Array([...new TextEncoder().encode('Zo'), 0xeb, ...new TextEncoder().encode(',zoe@mesa.example')])]);
    await review.ready();
    expect(review.people[0]).to.contain('Zoë|');
    expect(review.text).to.contain('read as Windows-1252');
  });

  const refused: [name: string, content: string | Uint8Array<ArrayBuffer>, reason: RegExp][] = [
    ['book.xlsx', new Uint8Array([0x50, 0x4b, 3, 4]), /book\.xlsx: This is a workbook/],
    ['empty.csv', '', /empty\.csv: There is nobody in this file/],
    ['header.csv', 'name,email', /There is nobody in this file/],
    ['large.csv', new Uint8Array(5_000_001).fill(65), /larger than 5 MB/],
  ];
  for (const [name, content, reason] of refused) {
    it(`refuses ${name} with words, and keeps what was typed`, async () => {
      const review = await ReviewHarness.open();
      await review.users.type('E-mail', 'zoe@mesa.example');
      await review.choose([name, content]);
      await eventually(() => reason.test(review.text), 'it says why');
      expect(byRole<HTMLTextAreaElement>(review.users.dialog, 'textbox', 'E-mail').value).to.equal('zoe@mesa.example');
    });
  }

  it('shows what is hostile as the text that it is', async () => {
    const review = await ReviewHarness.open();
    await review.choose(['<img src=x>.csv', `name,email,role,<b>x</b>\n<img src=x onerror="this.ownerDocument.title='pwned'">,zoe@mesa.example,<i>boss</i>,1\n=1+1,yan@mesa.example,editor,\n${'n'.repeat(10_000)},xan@mesa.example,editor,`]);
    await review.ready();
    expect(review.users.dialog.querySelectorAll('img, b, i')).to.have.length(0);
    expect(review.textOf('zoe')).to.contain('There is no role “<i>boss</i>”.');
    expect(review.users.dialog.scrollWidth).to.be.at.most(review.users.dialog.clientWidth);
  });
});
