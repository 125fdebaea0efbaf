import { expect } from 'chai';
import type { InvitationResult } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { Colleague, deferred } from '../../support/accounts.js';
import { hasRole, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { ReviewHarness } from './review.harness.js';

describe('users-tab: what became of the invitations', () => {
  it('is said for each in order, and only those that failed are sent again', async () => {
    const sent: string[][] = [];
    let isStrict = true;
    const review = await ReviewHarness.open((directory) => ({
      inviteUsers: async (request) => {
        sent.push(request.invitations.map(({ email }) => email));
        const results: InvitationResult[] = [];
        for (const invitation of request.invitations) {
          if (isStrict && invitation.email.startsWith('y')) results.push({ ok: false, issue: { path: ['role'], code: 'guard.role-rank' } });
          else results.push(...(await directory.inviteUsers({ ...request, invitations: [invitation] })));
        }
        return results;
      },
    }));
    await review.paste('zoe@mesa.example, yan@mesa.example, xan@mesa.example');
    await review.users.press('Send 3 invitations');
    await eventually(() => review.text.includes('1 was not invited'), 'it says so');
    expect(review.rows.map((row) => /Sent|Not sent/.exec(visibleText(row))?.[0])).to.deep.equal(['Sent', 'Not sent', 'Sent']);
    expect(review.text).to.contain('2 invitations sent.');
    expect(review.users.focused, 'the focus is where it is said').to.equal('Check who is invited');
    expect(review.textOf('yan')).to.contain('This role is above your own.');
    isStrict = false;
    await review.users.press('Send invitation');
    await review.users.closed();
    expect(sent).to.deep.equal([['zoe@mesa.example', 'yan@mesa.example', 'xan@mesa.example'], ['yan@mesa.example']]);
  });

  it('keeps what was not sent when it is closed, and nothing of what was', async () => {
    const review = await (await ReviewHarness.open()).paste('zoe@mesa.example, nobody');
    await review.users.press('Send invitation');
    await eventually(() => review.text.includes('1 invitation sent.'), 'it is sent');
    await review.users.press('Close');
    await review.users.closed();
    await review.users.press('Invite user');
    expect(review.people.map((one) => one.split('|')[1])).to.deep.equal(['nobody']);
  });

  it('sends hundreds in batches, asks the host once, and keeps what was sent when a batch fails', async () => {
    const sizes: number[] = [];
    let isDown = true;
    const review = await ReviewHarness.open((directory) => ({
      inviteUsers: async (request) => {
        sizes.push(request.invitations.length);
        if (sizes.length === 3 && isDown) throw new PersistenceError('rate-limited', 'Too many.');
        return directory.inviteUsers(request);
      },
    }));
    await review.paste(Array.from({ length: 250 }, (_, index) => `p${index}@mesa.example`).join('\n'));
    await review.users.press('Send 250 invitations');
    await eventually(() => review.text.includes('200 invitations sent.'), 'two batches are sent');
    expect(review.text).to.contain('That was too many tries').and.to.contain('50 were not sent.');
    expect(review.users.recorder.of('user-invite')).to.have.length(1);
    expect(review.users.recorder.details[0]).to.deep.include({ count: 250 });
    isDown = false;
    await review.users.press('Send 50 invitations');
    await review.users.closed();
    expect(sizes).to.deep.equal([100, 100, 50, 50]);
    expect((await review.stored('p')).length).to.be.greaterThan(0);
    const colleague = new Colleague(review.store);
    expect((await colleague.users.listUsers(colleague.request())).total).to.equal(254);
  });

  it('says how far it is, and stops between batches', async () => {
    const answers = [deferred(), deferred(), deferred()];
    let asked = 0;
    const review = await ReviewHarness.open((directory) => ({
      inviteUsers: async (request) => {
        asked += 1;
        await answers[asked - 1].promise;
        return directory.inviteUsers(request);
      },
    }));
    await review.paste(Array.from({ length: 250 }, (_, index) => `p${index}@mesa.example`).join('\n'));
    await review.users.press('Send 250 invitations');
    answers[0].resolve();
    await eventually(() => review.text.includes('100 of 250 sent…'), 'it says how far it is');
    await review.users.press('Stop');
    expect(review.text).to.contain('Stopping after those that are being sent…');
    answers[1].resolve();
    await eventually(() => review.text.includes('Stopped. 50 were not sent.'), 'it stopped');
    expect(asked).to.equal(2);
    expect(review.text).to.contain('200 invitations sent.');
    expect(hasRole(review.users.dialog, 'button', 'Send 50 invitations')).to.equal(true);
  });

  it('does not invite twice where the acknowledgement was lost', async () => {
    let isFirst = true;
    const review = await ReviewHarness.open((directory) => ({
      inviteUsers: async (request) => {
        const results = await directory.inviteUsers(request);
        if (!isFirst) return results;
        isFirst = false;
        throw new PersistenceError('unavailable', 'Nobody heard of it.');
      },
    }));
    await review.paste('zoe@mesa.example, yan@mesa.example');
    await review.users.press('Send 2 invitations');
    await eventually(() => review.text.includes('Of 2 it is not known whether they were sent.'), 'it says so');
    expect(review.textOf('zoe')).to.contain('Perhaps sent');
    await review.users.press('Send 2 invitations');
    await review.users.closed();
    expect(review.users.said).to.contain('2 invitations sent.');
    expect(await review.stored('zoe')).to.have.length(1);
  });

  it('sends nothing where the host cancels, and keeps the list', async () => {
    const review = await (await ReviewHarness.open()).paste('zoe@mesa.example, yan@mesa.example');
    review.users.element.addEventListener('user-invite', (event) => event.preventDefault());
    await review.users.press('Send 2 invitations');
    await eventually(() => review.text.includes('the portal stopped it'), 'it says so');
    expect(review.people).to.have.length(2);
    expect(await review.stored('zoe')).to.have.length(0);
  });

  it('sends no more once another account is shown', async () => {
    const answer = deferred();
    let asked = 0;
    const review = await ReviewHarness.open((directory) => ({
      inviteUsers: async (request) => {
        asked += 1;
        await answer.promise;
        return directory.inviteUsers(request);
      },
    }));
    await review.paste(Array.from({ length: 150 }, (_, index) => `p${index}@mesa.example`).join('\n'));
    await review.users.press('Send 150 invitations');
    review.users.element.accountId = 'other';
    await review.users.element.updateComplete;
    answer.resolve();
    await eventually(() => review.users.recorder.of('users-invited').length === 1, 'the first batch is told');
    await eventually(() => review.users.said.includes('Stopped. 50 were not sent.'), 'it says so');
    expect(asked).to.equal(1);
  });
});
