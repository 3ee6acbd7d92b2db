import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { browserTests, integrationTests, stillChecks, unitTests } from './checks';
import { ensureChromium, howToInstall } from './chromium';
import { runStep, type Step, sum, type Totals, tell } from './steps';
import { buildIfChanged } from './up/build';

/**
 * `npm test`: everything but the long real walk. `--only unit|browser|real` takes a part. Ends with one line of totals,
 * which also lie in test-results/totals-<part>.json for .ci/run, and fails if anything failed.
 */
const root = path.resolve(import.meta.dirname, '..');
const parts = {
  all: [...stillChecks, unitTests, integrationTests, browserTests('browser')],
  unit: [unitTests, integrationTests],
  browser: [browserTests('browser')],
  real: [browserTests('real')],
} satisfies Record<string, Step[]>;

const { values } = parseArgs({ options: { only: { type: 'string', default: 'all' } } });
const part = values.only as keyof typeof parts;
if (!(part in parts)) {
  console.error(`--only takes one of: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

const done: Totals[] = [];
for (const step of parts[part]) done.push(await runTests(step));
const totals = sum(done);
mkdirSync(path.join(root, 'test-results'), { recursive: true });
writeFileSync(path.join(root, 'test-results', `totals-${part}.json`), JSON.stringify(totals));
for (const name of totals.fallen ?? []) console.info(`✗ ${name}`);
console.info(tell(totals));
process.exit(totals.failed > 0 ? 1 : 0);

/** The browser tests need a browser and the built app; a machine without either fails them with a sentence. */
async function runTests(step: Step): Promise<Totals> {
  if (!step.script.startsWith('@playwright')) return runStep(step);
  if (!ensureChromium()) {
    console.error(howToInstall);
    return { passed: 0, failed: 1 };
  }
  try {
    await buildIfChanged(root);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
  return runStep(step);
}
