import * as fc from 'fast-check';
import { accountIds, contactKeys, environments, keys } from './accounts.js';
import { ColleagueInvites, ColleagueSaves, ColleagueSetsStatus } from './colleague-commands.js';
import { Begin, Discard, Heal, Inject, Release, Retry } from './fault-commands.js';
import type { ModelCommand } from './model-command.js';
import { ConnectAgain, Disconnect, Move, Recheck, SwapAdapter, SwitchAccount, SwitchEnvironment } from './page-commands.js';
import { Clear, Remove, Resolve, Save, ToggleUser, Type, TypeHalf } from './typing-commands.js';
import { callFaults, lastingFaults } from '../support/faulty-adapter.js';

const tab = fc.integer({ min: 0, max: 1 });
const index = fc.nat(2);
const key = fc.constantFrom(...keys);
const contactKey = fc.constantFrom(...contactKeys);
const account = fc.constantFrom(...accountIds);
const choice = fc.constantFrom('mine' as const, 'theirs' as const);
const isPartial = fc.boolean();
const command = <A extends unknown[]>(make: new (...args: A) => ModelCommand, ...args: { [I in keyof A]: fc.Arbitrary<A[I]> }) =>
  fc.tuple(...(args as fc.Arbitrary<unknown>[])).map((values) => new make(...(values as A)));

/** What people do, each at one of two tabs; things that go together are more likely than others, by being here twice. */
const work = [
  command(Type, tab, contactKey), command(Type, tab, contactKey), command(TypeHalf, tab, contactKey), command(Clear, tab, contactKey),
  command(Remove, tab, key, index), command(ToggleUser, tab, index), command(ToggleUser, tab, index),
  command(Save, tab, isPartial), command(Save, tab, isPartial), command(Discard, tab),
  command(Resolve, tab, key, choice), command(Resolve, tab, key, choice),
  command(ColleagueSaves, account, key, index), command(ColleagueSaves, account, key, index), command(ColleagueInvites, account), command(ColleagueSetsStatus, account, index, index),
];

const page = [
  command(SwitchAccount, tab), command(SwitchEnvironment, tab, fc.constantFrom(...environments)), command(Move, tab), command(Disconnect, tab), command(ConnectAgain, tab),
  command(SwapAdapter, tab), command(Recheck),
];

const faults = [
  command(Inject, tab, fc.constantFrom('load' as const, 'save' as const, 'save' as const, 'users' as const), fc.constantFrom(...callFaults)),
  command(Inject, tab, fc.constant('save' as const), fc.constantFrom('acknowledgement-lost' as const, 'delivered-twice' as const, 'late' as const)),
  command(Begin, tab, fc.constantFrom(...lastingFaults)), command(Heal, tab), command(Heal, tab), command(Release, tab, index), command(Retry, tab),
];

/** Plain work with others; with what hosts do to elements meanwhile; and on a bad line. */
export const sessions = {
  work,
  pages: [...work, ...page],
  faults: [...work, ...page, ...faults],
};
