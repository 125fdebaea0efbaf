import { expect } from 'chai';
import * as fc from 'fast-check';
import { MemoryAdapter } from '../../src/adapters/memory.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import { altered } from '../support/accounts.js';
import '../support/late-code.js';
import { promisesSettled } from '../support/test-scheduler.js';
import { contactKeys, seededStore } from './accounts.js';
import { assertNoLostUpdates, Diary, type Writer } from './writers.js';

/* Two administrators with two forms each, on one store, all saving at once; fast-check decides which answer comes when. */

const saves = 2;
const step = fc.record({ key: fc.constantFrom(...contactKeys), choice: fc.constantFrom('mine' as const, 'theirs' as const) });
const steps = fc.array(fc.array(step, { minLength: saves, maxLength: saves }), { minLength: 4, maxLength: 4 });

export function interleavings(make: (name: string, adapter: PersistenceAdapter) => Writer, count: () => void) {
  return fc.asyncProperty(fc.scheduler(), steps, async (scheduler, plans) => {
    const store = seededStore();
    const authors = new Map<string, Diary>();
    const diaries = plans.map((_, index) => {
      const name = `${index < 2 ? 'first' : 'second'} administrator, form ${(index % 2) + 1}`;
      const plain = new MemoryAdapter({ store });
      const later = (label: string) => scheduler.schedule(Promise.resolve(), `${name}: ${label}`);
      const adapter = altered(plain, {
        loadContactInfo: (request) => later('load').then(() => plain.loadContactInfo(request)).then((record) => later('loaded').then(() => record)),
        saveContactInfo: async (request) => {
          await later('save');
          const record = await plain.saveContactInfo(request);
          authors.set(record.revision, diaries[index]);
          await later('saved');
          return record;
        },
        watch: (request, listener) => plain.watch(request, (change) => void later('news').then(() => listener(change))),
      });
      return new Diary(make(name, adapter), contactKeys);
    });
    let finished = 0;
    const work = async (diary: Diary, index: number) => {
      const { writer } = diary;
      for (const [time, { key, choice }] of plans[index].entries()) {
        const address = `w${index}-${time}@mesa.example`;
        diary.look();
        writer.write(key, address);
        diary.look();
        let isSaved = false;
        let isMine = true;
        for (let tries = 0; !isSaved; tries += 1) {
          expect(tries, `${writer.name} gets through in the end`).to.be.lessThan(30);
          isSaved = await writer.save();
          await promisesSettled(60);
          diary.look();
          for (const [conflict] of writer.theirs()) {
            if (conflict === key && choice === 'theirs') isMine = false;
            writer.choose(conflict, choice);
          }
          await promisesSettled(60);
          diary.look();
        }
        if (isMine) diary.acknowledged.push({ key, address });
      }
      finished += 1;
    };
    const drive = async () => {
      for (;;) {
        await promisesSettled(60);
        // Longer than a writer takes to think.
        if (scheduler.count() === 0) await promisesSettled();
        for (const diary of diaries) diary.look();
        if (scheduler.count() === 0) return;
        await scheduler.waitOne();
      }
    };
    try {
      await drive();
      const failures: unknown[] = [];
      for (const [index, diary] of diaries.entries()) work(diary, index).catch((error: unknown) => failures.push(error));
      await drive();
      if (failures.length > 0) throw failures[0];
      expect(finished, 'writers that are done').to.equal(4);
      const { entries } = await new MemoryAdapter({ store }).loadHistory({ accountId: 'mesa', signal: new AbortController().signal, limit: 1_000 });
      assertNoLostUpdates(entries.reverse(), diaries, authors);
      const stored = await new MemoryAdapter({ store }).loadContactInfo({ accountId: 'mesa', signal: new AbortController().signal });
      for (const { writer } of diaries) {
        for (const key of contactKeys) expect(writer.shown(key), `${writer.name} shows what is stored in the end`).to.equal(((stored?.contactInfo[key] ?? []) as { email: string }[]).map(({ email }) => email).join(' '));
      }
      count();
    } finally {
      for (const { writer } of diaries) writer.remove();
    }
  });
}
