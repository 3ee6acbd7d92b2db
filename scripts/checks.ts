import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Step, Totals } from './steps';

/** What `npm run check` looks at without running the product. The order is that of waiting: the slowest first. */
export const stillChecks: Step[] = [
  {
    name: 'layering',
    script: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: [
      ...['app', 'components', 'db', 'features', 'lib', 'server', 'worker', 'scripts'],
      ...['--config', '.dependency-cruiser.cjs'],
    ],
  },
  { name: 'dead code', script: 'knip/bin/knip.js', args: [] },
  { name: 'types', script: 'typescript-native/bin/tsc', args: ['--noEmit', '--incremental', 'false'] },
  { name: 'lint and format', script: '@biomejs/biome/bin/biome', args: ['check', '.'] },
];

export const unitTests = vitest('unit');
export const integrationTests = { ...vitest('integration'), aloud: true };

/** The browser tests (`e2e/*.spec.ts`) or the long real walk (`e2e/real`). */
export const browserTests = (project: 'browser' | 'real'): Step => ({
  name: project === 'real' ? 'the real walk' : 'browser tests',
  script: '@playwright/test/cli.js',
  args: ['test', `--project=${project}`, '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `test-results/${project}.json` },
  aloud: true,
  report: { file: `test-results/${project}.json`, count: countPlaywright },
});

function vitest(project: 'unit' | 'integration'): Step {
  const file = `test-results/${project}.json`;
  return {
    name: `${project} tests`,
    script: 'vitest/vitest.mjs',
    args: [
      ...['run', '--project', project, '--reporter', 'default', '--reporter', 'json'],
      ...['--outputFile.json', file],
    ],
    report: { file, count: countVitest },
  };
}

function countVitest(report: unknown): Totals {
  const { numPassedTests, numTotalTests, testResults } = report as VitestReport;
  const fallen = testResults.flatMap(({ name, message, assertionResults }) => [
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => told(fullName, failureMessages[0])),
    // A file that could not be loaded has no tests to fail.
    ...(assertionResults.length === 0 ? [told(path.basename(name), message)] : []),
  ]);
  // Whatever did not pass counts as failed: no test of ours is skipped.
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests, fallen };
}

function countPlaywright(report: unknown): Totals {
  const { stats, suites } = report as PlaywrightReport;
  const fallen = suites
    .flatMap(specsOf)
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => told(title, tests.at(-1)?.results.at(-1)?.error?.message));
  // Flaky: passed when walked again, which only CI does; the report names each.
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped, fallen };
}

/** What is read of the two runners' reports, and no more. */
interface VitestReport {
  numPassedTests: number;
  numTotalTests: number;
  testResults: {
    name: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

interface PlaywrightReport {
  stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>;
  suites: Suite[];
}

interface Suite {
  specs: { title: string; ok: boolean; tests: { results: { error?: { message?: string } }[] }[] }[];
  suites?: Suite[];
}

const specsOf = ({ specs, suites = [] }: Suite): Suite['specs'] => [...specs, ...suites.flatMap(specsOf)];

const told = (name: string, why = '') => `${name}: ${stripVTControlCharacters(why).split('\n', 1)[0]}`;
