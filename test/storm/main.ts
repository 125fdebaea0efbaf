import { runStorm } from './storm.js';

// `npm run test:storm`. Environment: WRITES (of each of eight tabs), PAUSE and CALM in milliseconds.
const { WRITES = '300', PAUSE = '60', CALM = '4000' } = process.env;

const report = await runStorm({ writes: Number(WRITES), pause: Number(PAUSE), calm: Number(CALM), faults: { lost: 0.03, unacknowledged: 0.05 }, log: (line) => console.log(line) });
const { contradictions, ...figures } = report;
for (const [name, figure] of Object.entries(figures)) console.log(`${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).padEnd(26)} ${String(figure).padStart(7)}`);
for (const contradiction of contradictions) console.log(`contradiction: ${contradiction}`);
console.log(contradictions.length === 0 && report.closedGates === 0 ? 'Every acknowledged write is there, in an order that nothing contradicts, and every gate is open.' : 'The storm was not outlasted.');
process.exitCode = contradictions.length === 0 && report.closedGates === 0 ? 0 : 1;
