import path from 'node:path';
import { openDatabase } from '@/db/client';
import type { Env } from '@/lib/env';
import type { Verbs } from '@/scripts/command-line';
import { lookIntoDatabase } from '@/scripts/doctor/database';
import { type Finding, wrong } from '@/scripts/doctor/finding';
import {
  lookAtBuild,
  lookAtDisk,
  lookAtMedia,
  lookAtNode,
  lookAtProcesses,
  lookAtSecrets,
  lookAtSettings,
} from '@/scripts/doctor/installation';
import { lookAtMail } from '@/scripts/doctor/mail';
import { openDatabaseServer } from '@/scripts/up/database';
import { explain } from '@/scripts/up/explain';

const root = path.resolve(import.meta.dirname, '../..');
const signs = { ok: '✓', warn: '!', wrong: '✗' } as const;

export const verbs: Verbs = {
  '': {
    usage: '',
    does: 'say what is wrong with this installation; exit code 1 if anything is',
    database: 'none',
    async run() {
      const findings = await examine();
      const width = Math.max(...findings.map(({ name }) => name.length));
      return {
        lines: findings.map(({ name, state, says }) => `${signs[state]} ${name.padEnd(width)}  ${says}`),
        data: findings,
        failed: findings.some(({ state }) => state === 'wrong'),
      };
    },
  },
};

async function examine(): Promise<Finding[]> {
  const { finding, env } = lookAtSettings();
  const first = [lookAtNode(), finding];
  if (!env) return first;
  const still = [
    lookAtBuild(root),
    lookAtProcesses(env),
    lookAtSecrets(env),
    lookAtDisk(env),
    lookAtMedia(env),
  ];
  const [mail, database] = await Promise.all([lookAtMail(env), examineDatabase(env)]);
  return [...first, ...still, mail, ...database];
}

/** The embedded server is started for the look where it does not run; nothing is migrated. */
async function examineDatabase({ dataDir }: Env): Promise<Finding[]> {
  try {
    const server = await openDatabaseServer(dataDir);
    const db = openDatabase(server.url, { max: 1 });
    try {
      return await lookIntoDatabase(db);
    } finally {
      await db.$client.end({ timeout: 2 });
      await server.release();
    }
  } catch (error) {
    return [wrong('database', explain(error))];
  }
}
