import { readdirSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { database } from '@/db/client';
import { type Ctx, readContext } from '@/db/context';
import { migrateDatabase } from '@/db/migrate';
import { closeQueue } from '@/db/queue';
import { EnvError, readEnv } from '@/lib/env';
import { isRefusal } from '@/lib/errors';
import { type Answer, type Call, type Verb, type Verbs, WrongUsage } from './command-line';
import { openDatabaseServer } from './up/database';

/** `npm run --silent cli -- <noun> <verb> …`: 0 done, 1 refused with a sentence, 2 wrong usage. */
const folder = path.join(import.meta.dirname, 'cli');
const nouns = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3))
  .sort();

const json = process.argv.includes('--json');
try {
  const { verb, call } = await understand(process.argv.slice(2).filter((word) => word !== '--json'));
  const answer = await run(verb, call);
  console.info(json ? JSON.stringify(answer.data) : answer.lines.join('\n'));
  process.exit(answer.failed ? 1 : 0);
} catch (error) {
  process.exit(refuse(error));
}

async function understand(words: string[]): Promise<{ verb: Verb; call: Omit<Call, 'ctx'> }> {
  const [noun, ...rest] = words;
  if (!noun || noun === 'help' || noun.startsWith('-')) throw new WrongUsage(await help(nouns));
  if (!nouns.includes(noun)) throw new WrongUsage(`There is no "${noun}".\n${await help(nouns)}`);
  const verbs = await verbsOf(noun);
  const name = '' in verbs ? '' : (rest.shift() ?? '');
  const verb = verbs[name];
  if (!verb) throw new WrongUsage(await help([noun]));
  const usage = `Usage: npm run --silent cli -- ${[noun, name, verb.usage].filter(Boolean).join(' ')}`;
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: verb.options ?? {},
      allowPositionals: Boolean(verb.positionals?.length),
    });
    const missing = verb.positionals?.[positionals.length];
    if (missing) throw new WrongUsage(`${missing} is missing.`);
    return { verb, call: { options: values, positionals, stdin } };
  } catch (error) {
    throw new WrongUsage(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

async function run(verb: Verb, call: Omit<Call, 'ctx'>): Promise<Answer> {
  if (verb.database === 'none') return verb.run({ ...call, ctx: undefined as never });
  const server = await openDatabaseServer(readEnv(process.env).dataDir);
  try {
    await migrateDatabase(server.url);
    const ctx: Ctx = readContext(database(), { kind: 'system', name: 'command line' });
    return await verb.run({ ...call, ctx });
  } finally {
    await closeQueue();
    await database().$client.end({ timeout: 5 });
    await server.release();
  }
}

function refuse(error: unknown): 1 | 2 {
  const wrongUsage = error instanceof WrongUsage;
  const known = wrongUsage || isRefusal(error) || error instanceof EnvError;
  const sentence = error instanceof Error ? error.message : String(error);
  if (json)
    console.info(JSON.stringify({ error: sentence, ...(isRefusal(error) && { fields: error.fields }) }));
  else console.error(known ? sentence : error);
  return wrongUsage ? 2 : 1;
}

async function help(of: string[]): Promise<string> {
  const lines = await Promise.all(
    of.map(async (noun) =>
      Object.entries(await verbsOf(noun)).map(
        ([name, verb]) => `  ${[noun, name, verb.usage].filter(Boolean).join(' ')}\n      ${verb.does}`,
      ),
    ),
  );
  return ['Usage: npm run --silent cli -- <noun> <verb> [--json]', ...lines.flat()].join('\n');
}

async function verbsOf(noun: string): Promise<Verbs> {
  return ((await import(`./cli/${noun}.ts`)) as { verbs: Verbs }).verbs;
}

async function stdin(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}
