import { stillChecks, unitTests } from './checks';
import { runStep, sum, type Totals, tell } from './steps';

/** `npm run check`: types, format and lint, layering, dead code and unit tests, in under a minute; two at a time. */
const waiting = [unitTests, ...stillChecks];
const done: Totals[] = [];

async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) done.push(await runStep(step));
}

await Promise.all([work(), work()]);
const totals = sum(done);
console.info(tell(totals));
process.exit(totals.failed > 0 ? 1 : 0);
