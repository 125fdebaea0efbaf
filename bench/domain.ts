import { Temporal } from 'temporal-polyfill';
import { parseAddressList } from '../src/domain/address-list.js';
import { instantOfWallTime } from '../src/domain/zoned-time.js';
import { benchHours } from './hours.js';
import { sideBySide } from './side-by-side.js';

const zone = 'Europe/Madrid';

const walls = Array.from({ length: 5_000 }, (_, index) => Date.UTC(2026, 0, 1) + index * 7 * 3_600_000);
await sideBySide('Wall times to instants: 5,000 over four years, one zone', [
  { name: 'instantOfWallTime', run: () => walls.map((wall) => instantOfWallTime(zone, wall)) },
  {
    name: 'temporal-polyfill',
    run: () => walls.map((wall) => Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime().toZonedDateTime(zone).epochMilliseconds),
  },
]);

await benchHours();

const addresses = (count: number) => Array.from({ length: count }, (_, index) => `"Last, First ${index}" <person${index}@example.com>`).join('; ');
const [short, long] = [addresses(1_000), addresses(10_000)];
await sideBySide('Reading a pasted list: ten times as long is to take ten times as long', [
  { name: '1,000 addresses', run: () => parseAddressList(short) },
  { name: '10,000 addresses', run: () => parseAddressList(long) },
]);
