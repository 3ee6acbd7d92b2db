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
  const { numPassedTests, numTotalTests } = report as Record<'numPassedTests' | 'numTotalTests', number>;
  // Whatever did not pass counts as failed: no test of ours is skipped.
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
}

function countPlaywright(report: unknown): Totals {
  const { stats } = report as {
    stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>;
  };
  // Flaky: passed when walked again, which only CI does; the report names each.
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
}
