import { createServer } from 'node:http';
import path from 'node:path';
import { migrateDatabase } from '@/db/migrate';
import { readEnv } from '@/lib/env';
import { listen } from '@/server/listen';
import { buildIfChanged } from './up/build';
import { claimDataFolder } from './up/claim';
import { openDatabaseServer } from './up/database';
import { nodeTooOld } from './up/node-version';
import { type ChildSpec, Supervised } from './up/supervisor';

const root = path.resolve(import.meta.dirname, '..');
const dev = process.argv.includes('--dev');
process.env.NEXT_TELEMETRY_DISABLED = '1';

async function up(): Promise<void> {
  const tooOld = nodeTooOld(process.version);
  if (tooOld) throw new Error(tooOld);
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' });
  const { dataDir, siteUrl, HOST: host, PORT: port } = readEnv(process.env);
  const claim = claimDataFolder(dataDir, siteUrl);
  const undo: (() => unknown)[] = [claim.release];
  const stop = stopper(undo);
  try {
    await findPortFree(host, port);
    if (!dev && (await buildIfChanged(root)) === 'built') console.info('Built.');
    const database = await openDatabaseServer(dataDir);
    undo.unshift(database.release);
    await migrateDatabase(database.url);
    const children = childSpecs().map((spec) => new Supervised(spec, root));
    undo.unshift(() => Promise.all(children.map((child) => child.stop(8_500))));
    await Promise.all(children.map((child) => child.ready));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await stop(1);
  }
}

/** Ends everything in the reverse order of starting, once; a second signal does not wait. */
function stopper(undo: (() => unknown)[]): (code: number) => Promise<void> {
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) process.exit(code || 130);
    stopping = true;
    for (const step of undo) await step();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  return stop;
}

function childSpecs(): ChildSpec[] {
  const mode = dev ? ['--dev'] : [];
  const spec = (name: string, script: string, worker: string): ChildSpec => ({
    name,
    command: [script, ...mode],
    env: { ...process.env, WORKER: worker, BROADSHEET_PROCESS: name },
  });
  return [spec('web', 'server/main.ts', 'off'), spec('worker', 'worker/main.ts', 'only')];
}

/** Says that the port is taken before anything is built or started. */
async function findPortFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, host, port);
  await new Promise((resolve) => probe.close(resolve));
}

await up();
