import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** How many tests, or single checks, a step counted. */
export interface Totals {
  passed: number;
  failed: number;
  /** Each test that failed with the first line of why, so that the last lines of a long run say what to look at. */
  fallen?: string[];
}

export interface Step {
  name: string;
  /** A script below node_modules and its arguments, run by this very Node, whatever `node` is first on the PATH. */
  script: string;
  args: string[];
  env?: Record<string, string>;
  /** Shows the words as they come, for steps that take minutes; else they are shown when the step fails. */
  aloud?: boolean;
  /** Where the program leaves its report, from which `count` reads how many tests there were. Without, it is one check. */
  report?: { file: string; count(report: unknown): Totals };
}

const root = path.resolve(import.meta.dirname, '..');

/** Runs a step and says how it went in one line, with all its words if it failed. */
export async function runStep(step: Step): Promise<Totals> {
  const began = performance.now();
  if (step.aloud) console.info(`… ${step.name}`);
  const { code, said } = await run(step);
  const alone = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, fallen: [step.name] };
  const totals = countOf(step) ?? alone;
  // A runner may fail without a failed test: a file that cannot be loaded, an error outside, no tests at all.
  if (code !== 0 && totals.failed === 0) {
    totals.failed = 1;
    totals.fallen = [`${step.name} ended with ${code}`];
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (totals.failed > 0 && !step.aloud) console.info(said.trimEnd());
  console.info(`${totals.failed > 0 ? '✗' : '✓'} ${step.name}: ${tell(totals)}, ${seconds} s`);
  return totals;
}

export const tell = ({ passed, failed }: Totals) => `${passed} passed, ${failed} failed`;

export const sum = (all: Totals[]): Totals => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
  fallen: all.flatMap(({ fallen = [] }) => fallen),
});

function run({ script, args, env, aloud, report }: Step): Promise<{ code: number | null; said: string }> {
  if (report) {
    mkdirSync(path.dirname(path.join(root, report.file)), { recursive: true });
    rmSync(path.join(root, report.file), { force: true });
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', aloud ? 'inherit' : 'pipe', aloud ? 'inherit' : 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    child.on('error', reject).on('close', (code) => resolve({ code, said }));
  });
}

function countOf({ report }: Step): Totals | null {
  if (!report) return null;
  try {
    return report.count(JSON.parse(readFileSync(path.join(root, report.file), 'utf8')));
  } catch {
    // Nothing was written: the program ended before it had run a test.
    return { passed: 0, failed: 1, fallen: ['no report was written'] };
  }
}
