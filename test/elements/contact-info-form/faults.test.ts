import { expect } from 'chai';
import { Colleague, completeContactInfo } from '../../support/accounts.js';
import { hasRole } from '../../support/deep-query.js';
import { refusalNames, type CallFault } from '../../support/faulty-adapter.js';
import '../../support/late-code.js';
import { before, key, Line, typed } from './bad-line.fixture.js';
import { emergency, nonEmergency } from './form.fixture.js';

/** What the person sees at each fault, in words. */
const words: Partial<Record<CallFault, RegExp>> = {
  unavailable: /cannot be reached at the moment/, unauthenticated: /signed out/, forbidden: /Your role does not allow this/, 'not-found': /no longer there/,
  'rate-limited': /too many tries/, quota: /no room left/, unsupported: /cannot do that/, invalid: /was not accepted/,
  'refused-by-a-stranger': /cannot be reached at the moment/, thrown: /cannot be reached at the moment/, aborted: /cannot be reached at the moment/,
  'torn-read': /cannot be read \(.+\)/, 'acknowledgement-torn': /cannot be read \(.+\)/, 'acknowledgement-lost': /cannot be reached at the moment/,
};

describe('contact-info-form, on a bad line: saving', () => {
  for (const fault of [...refusalNames, 'refused-by-a-stranger', 'thrown', 'aborted'] as const) {
    it(`keeps what was typed, says why, and saves it once on another try: ${fault}`, async () => {
      const line = await new Line().show();
      await line.type();
      line.adapter.next('save', fault);
      await line.press('Save');
      expect(line.says).to.match(words[fault]!).and.not.contain('Saved.');
      expect(line.says).to.contain('There are unsaved changes.');
      expect(line.form.form.value[key]).to.deep.equal(typed);
      expect(await line.stored()).to.deep.equal(before);
      await line.press(fault === 'invalid' ? 'Save' : 'Try again');
      // What the store refused stays refused until the field is changed.
      if (fault === 'invalid') return;
      await line.expectSaved(typed);
    });
  }

  it('lets go on once what the store refused was changed', async () => {
    const line = await new Line().show();
    await line.type();
    line.adapter.next('save', 'invalid');
    await line.press('Save');
    expect(line.form.summary[0]).to.contain(emergency);
    await line.press('Remove laura.mendez@mesa.example');
    await line.press('Save');
    expect(line.says).to.contain('Saved.');
    expect(await line.stored()).to.deep.equal(typed);
  });

  for (const fault of ['acknowledgement-lost', 'acknowledgement-torn'] as const) {
    it(`finds by itself that it was saved after all, where the store tells of it: ${fault}`, async () => {
      const line = await new Line().show();
      await line.type();
      line.adapter.next('save', fault);
      await line.press('Save');
      await line.expectSaved(typed);
      expect(line.form.text).not.to.contain('Somebody else');
    });

    it(`takes what the store holds for saved, on another try, and writes it no second time: ${fault}`, async () => {
      const line = await new Line().show();
      await line.type();
      line.adapter.next('save', fault).begin('watch-lost');
      await line.press('Save');
      expect(line.says).to.match(words[fault]!).and.not.contain('Saved.');
      expect(line.form.form.isDirty).to.equal(true);
      await line.press('Try again');
      await line.expectSaved(typed);
      expect(line.form.text).not.to.contain('Somebody else');
    });

    it(`is in no conflict with itself, where more was typed meanwhile: ${fault}`, async () => {
      const line = await new Line().show();
      await line.type();
      line.adapter.next('save', fault).begin('watch-lost');
      await line.press('Save');
      await line.type('more@example.com');
      await line.press('Save');
      expect(line.recorder.of('contact-info-conflict')).to.deep.equal([]);
      expect(line.says).to.contain('Saved.');
      expect(await line.stored()).to.deep.equal([...typed, { email: 'more@example.com' }]);
      expect(await line.revisions()).to.equal(2);
    });
  }

  it('is in no conflict with itself, where a colleague saved something else on top', async () => {
    const line = await new Line().show();
    await line.type();
    line.adapter.next('save', 'acknowledgement-lost').begin('watch-lost');
    await line.press('Save');
    const theirs = [{ email: 'theirs@example.com' }];
    await new Colleague(line.store).saves({ ...completeContactInfo, [key]: typed, operationalContactInternal: theirs });
    await line.type('more@example.com');
    await line.press('Save');
    expect(line.recorder.of('contact-info-conflict')).to.deep.equal([]);
    expect((await new Colleague(line.store).load())?.contactInfo).to.deep.include({ [key]: [...typed, { email: 'more@example.com' }], operationalContactInternal: theirs });
  });

  it('asks what to keep where a colleague replaced what was saved unheard', async () => {
    const line = await new Line().show();
    await line.type();
    line.adapter.next('save', 'acknowledgement-lost').begin('watch-lost');
    await line.press('Save');
    await new Colleague(line.store).saves({ ...completeContactInfo, [key]: [{ email: 'theirs@example.com' }] });
    await line.press('Try again');
    expect(line.recorder.of('contact-info-conflict')).to.have.length(1);
    expect(line.says).not.to.contain('Saved.');
    await line.press(`Keep yours for ${nonEmergency}`);
    await line.press('Save');
    expect(await line.stored()).to.deep.equal(typed);
  });

  it('saves once what was delivered twice', async () => {
    const line = await new Line().show();
    await line.type();
    line.adapter.next('save', 'delivered-twice');
    await line.press('Save');
    await line.expectSaved(typed);
    expect(line.adapter.calls.save).to.equal(1);
  });

  it('asks a store that speaks of a conflict without a record, and saves', async () => {
    const line = await new Line().show();
    await line.type();
    line.adapter.next('save', 'conflict-without-record');
    await line.press('Save');
    await line.expectSaved(typed);
  });

  for (const fault of ['late', 'late-request'] as const) {
    it(`says that it is saving for as long as it is, and keeps what is typed meanwhile: ${fault}`, async () => {
      const line = await new Line().show();
      await line.type();
      line.adapter.next('save', fault);
      await line.press('Save');
      expect(line.says).to.contain('Saving…').and.not.contain('Saved.');
      await line.type('meanwhile@example.com');
      expect(line.says).to.contain('Saving…');
      line.adapter.scheduler.releaseAll();
      await line.settled();
      expect(line.says).to.contain('There are unsaved changes.').and.not.contain('Saved.');
      expect(await line.stored()).to.deep.equal(typed);
      await line.press('Save');
      expect(await line.stored()).to.deep.equal([...typed, { email: 'meanwhile@example.com' }]);
      expect(await line.revisions()).to.equal(2);
    });
  }

  it('sees what a colleague saved while its own save was refused', async () => {
    const line = await new Line().show();
    await line.type();
    line.adapter.next('save', 'late-request');
    await line.press('Save');
    await new Colleague(line.store).saves({ ...completeContactInfo, operationalContactInternal: [{ email: 'theirs@example.com' }] });
    await line.settled();
    line.adapter.begin('offline');
    line.adapter.scheduler.releaseAll();
    await line.settled();
    line.adapter.heal();
    await line.press('Try again');
    expect(line.form.form.value.operationalContactInternal).to.deep.equal([{ email: 'theirs@example.com' }]);
    expect(line.says).to.contain('Saved.');
  });

  it('outlasts a line that goes down and comes back, time and again', async () => {
    const line = await new Line().show();
    await line.type();
    for (let time = 1; time <= 3; time += 1) {
      line.adapter.begin('offline');
      await line.press(time === 1 ? 'Save' : 'Try again');
      expect(line.says).to.contain('cannot be reached').and.not.contain('Saved.');
      // The browser has not noticed yet.
      line.adapter.heal();
      await line.settled();
      expect(line.form.form.value[key]).to.deep.equal(typed);
    }
    line.adapter.begin('offline');
    window.dispatchEvent(new Event('online'));
    await line.settled();
    expect(line.says, 'where it has noticed too soon').to.contain('cannot be reached').and.not.contain('Saved.');
    line.adapter.heal();
    window.dispatchEvent(new Event('online'));
    await line.settled();
    await line.expectSaved(typed);
  });
});

describe('contact-info-form, on a bad line: reading', () => {
  for (const fault of [...refusalNames, 'refused-by-a-stranger', 'thrown', 'aborted', 'torn-read', 'acknowledgement-lost'] as const) {
    it(`says why there is nothing to see, and shows it on another try: ${fault}`, async () => {
      const line = new Line();
      line.adapter.next('load', fault);
      await line.show();
      expect(line.form.text).to.match(words[fault]!);
      expect(hasRole(line.form.root, 'textbox')).to.equal(false);
      await line.press('Try again');
      expect(line.form.form.value[key]).to.deep.equal(before);
      expect(hasRole(line.form.root, 'alert')).to.equal(false);
    });

    it(`keeps what was typed where it cannot be read again: ${fault}`, async () => {
      const line = await new Line().show();
      await line.type();
      line.adapter.next('load', fault);
      window.dispatchEvent(new Event('online'));
      await line.settled();
      expect(line.says).to.match(words[fault]!);
      expect(line.form.form.value[key]).to.deep.equal(typed);
      await line.press('Try again');
      expect(hasRole(line.form.root, 'alert')).to.equal(false);
      await line.press('Save');
      await line.expectSaved(typed);
    });
  }

  it('shows the skeleton only for as long as the answer is on its way', async () => {
    const line = new Line();
    line.adapter.next('load', 'late');
    await line.show();
    expect(line.form.root.querySelector('[aria-busy="true"]')).not.to.equal(null);
    line.adapter.scheduler.releaseAll();
    await line.settled();
    expect(line.form.form.value[key]).to.deep.equal(before);
    expect(line.form.root.querySelector('[aria-busy="true"]')).to.equal(null);
  });

  it('loses nothing to a store that answers with what was there before', async () => {
    const line = await new Line().show();
    await line.type();
    line.adapter.next('load', 'stale-read');
    await line.press('Save');
    expect(await line.stored()).to.deep.equal(typed);
    await line.type('more@example.com');
    // What it builds on is what is shown; where that was old, it is asked what to keep.
    await line.press('Save');
    if (hasRole(line.form.root, 'button', `Keep yours for ${nonEmergency}`)) {
      await line.press(`Keep yours for ${nonEmergency}`);
      await line.press('Save');
    }
    expect(line.says).to.contain('Saved.');
    expect(await line.stored()).to.deep.include({ email: 'more@example.com' });
    expect(line.form.form.value[key]).to.deep.equal(await line.stored());
  });

  for (const fault of ['watch-lost', 'watch-twice', 'watch-late'] as const) {
    it(`overwrites nothing unseen that it was not told of, or told of twice, or late: ${fault}`, async () => {
      const line = await new Line().show();
      line.adapter.begin(fault);
      await line.type();
      await new Colleague(line.store).saves({ ...completeContactInfo, [key]: [{ email: 'theirs@example.com' }] });
      await line.press('Save');
      expect(line.says).not.to.contain('Saved.');
      line.adapter.scheduler.releaseAll();
      await line.settled();
      expect(line.recorder.of('contact-info-conflict')).to.have.length(1);
      await line.press(`Keep yours for ${nonEmergency}`);
      await line.press('Save');
      line.adapter.scheduler.releaseAll();
      await line.settled();
      expect(line.says).to.contain('Saved.');
      expect(await line.stored()).to.deep.equal(typed);
    });
  }
});
