import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { migrateDatabase } from '@/db/migrate';
import { createSetupLink } from '@/features/users/commands';
import { env, readEnv } from '@/lib/env';
import { listen } from '@/server/listen';
import { buildIfChanged } from './up/build';
import { childSpecs } from './up/children';
import { claimDataFolder } from './up/claim';
import { openDatabaseServer } from './up/database';
import { explain } from './up/explain';
import { watchParent } from './up/parent';
import { Supervised } from './up/supervisor';

/** `npm start`, and `npm run dev` with `--dev`: everything from nothing to a running newsroom, and back at Ctrl-C. */
const root = path.resolve(import.meta.dirname, '..');
const dev = process.argv.includes('--dev');
/** What to take back at the end, last first. */
const undo: (() => unknown)[] = [];
const stopping = new AbortController();
const { signal } = stopping;

process.env.NEXT_TELEMETRY_DISABLED = '1';
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop(0));
// Started by a program that holds a channel to us, as the walks do: it is gone.
process.on('disconnect', () => stop(0));
watchParent(() => stop(0));

async function up(): Promise<void> {
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' });
  const { dataDir, siteUrl, HOST: host, PORT: port } = readEnv(process.env);
  const claim = await claimDataFolder(dataDir, siteUrl);
  undo.push(claim.release);
  await findPortFree(host, port);
  if (!dev) await buildIfChanged(root, signal);
  signal.throwIfAborted();
  const server = await openDatabaseServer(dataDir, { patienceMs: 30_000, signal });
  undo.push(server.release);
  signal.throwIfAborted();
  await migrateDatabase(server.url);
  undo.push(keepUp(server.revive));
  signal.throwIfAborted();
  const children = childSpecs(dev).map(
    (spec) => new Supervised(spec, root, (pid) => claim.note(spec.name, pid)),
  );
  undo.push(() => Promise.all(children.map((child) => child.stop(8_500))));
  await Promise.all(children.map((child) => child.ready));
  await printSetupLink();
  console.info('Press Ctrl-C to stop.');
}

/** On a paper without an administrator: the one-time link that makes the first. */
async function printSetupLink(): Promise<void> {
  env();
  const link = await createSetupLink(readContext(database(), { kind: 'system', name: 'start' }));
  await database().$client.end({ timeout: 1 });
  if (link) console.info(`Make the first administrator here (one use, 24 hours): ${link.url}`);
}

/** Says that the port is taken before anything is built or started. */
async function findPortFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, host, port);
  await new Promise((resolve) => probe.close(resolve));
}

/** Looks twice a second whether the embedded database still runs, for it is nobody's child. Returns what ends that. */
function keepUp(revive: () => Promise<boolean>): () => Promise<void> {
  let ended = false;
  const looking = (async () => {
    while (!ended) {
      await wait(500);
      if (!ended && (await revive())) console.error('The database had died; it runs again.');
    }
  })();
  looking.catch((error: unknown) => {
    console.error(explain(error));
    return stop(1);
  });
  return async () => {
    ended = true;
    await looking.catch(() => {});
  };
}

/** Ends everything in the reverse order of starting. A second call, a second Ctrl-C, does not wait. */
async function stop(code: number): Promise<void> {
  if (signal.aborted) process.exit(code || 130);
  stopping.abort();
  // A step under way is let finish, so that what it started is known and can be stopped.
  if (code === 0) await Promise.race([starting, wait(8_000)]);
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      console.error(explain(error));
    }
  }
  process.exit(code);
}

const starting = up().catch(async (error: unknown) => {
  if (signal.aborted) return;
  console.error(explain(error));
  await stop(1);
});
await starting;
