import { Temporal } from 'temporal-polyfill';
import { parseAddressList } from '../src/domain/address-list.js';
import { isOpen, nextChange } from '../src/domain/open-hours.js';
import type { SupportHours } from '../src/domain/support-hours.js';
import { instantOfWallTime } from '../src/domain/zoned-time.js';
import { sideBySide } from './side-by-side.js';

const day = 86_400_000;
const zone = 'Europe/Madrid';

const walls = Array.from({ length: 5_000 }, (_, index) => Date.UTC(2026, 0, 1) + index * 7 * 3_600_000);
await sideBySide('Wall times to instants: 5,000 over four years, one zone', [
  { name: 'instantOfWallTime', run: () => walls.map((wall) => instantOfWallTime(zone, wall)) },
  {
    name: 'temporal-polyfill',
    run: () => walls.map((wall) => Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime().toZonedDateTime(zone).epochMilliseconds),
  },
]);

const office = [{ open: '09:00', close: '14:00' }, { open: '16:00', close: '20:00' }];
const hours: SupportHours = {
  version: 1,
  schedules: [{ id: 'a', label: '', timeZone: zone, exceptions: [], weekly: { mo: office, tu: office, we: office, th: office, fr: office, sa: [], su: [] } }],
};
const instants = Array.from({ length: 1_000 }, (_, index) => new Date(Date.UTC(2026, 0, 1) + index * (day / 3)));
await sideBySide('Open now, and until when: 1,000 instants', [
  { name: 'isOpen', run: () => instants.map((at) => isOpen(hours, at)) },
  { name: 'nextChange', run: () => instants.map((at) => nextChange(hours, at)) },
]);

const addresses = (count: number) => Array.from({ length: count }, (_, index) => `"Last, First ${index}" <person${index}@example.com>`).join('; ');
const [short, long] = [addresses(1_000), addresses(10_000)];
await sideBySide('Reading a pasted list: ten times as long is to take ten times as long', [
  { name: '1,000 addresses', run: () => parseAddressList(short) },
  { name: '10,000 addresses', run: () => parseAddressList(long) },
]);
