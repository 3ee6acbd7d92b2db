import { readdirSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { migrateDatabase } from '@/db/migrate';
import { closeQueue } from '@/db/queue';
import { env, readEnv } from '@/lib/env';
import { isRefusal } from '@/lib/errors';
import { type Answer, type Call, type Verb, type Verbs, WrongUsage } from './command-line';
import { openDatabaseServer } from './up/database';
import { explain } from './up/explain';

/**
 * `npm run --silent cli -- <noun> <verb> …`: exit code 0 done, 1 refused with a sentence, 2 wrong usage.
 * A noun is a file in scripts/cli; what a verb is, command-line.ts says.
 */
const folder = path.join(import.meta.dirname, 'cli');
const nouns = readdirSync(folder)
  .filter((file) => /^[a-z-]+\.ts$/.test(file))
  .map((file) => file.slice(0, -3))
  .sort();
const json = process.argv.includes('--json');
const words = process.argv.slice(2).filter((word) => word !== '--json');

async function runCommandLine(): Promise<Answer> {
  const [noun, ...rest] = words;
  if (!noun || noun === 'help' || noun.startsWith('-')) return { lines: await help(nouns), data: { nouns } };
  if (!nouns.includes(noun))
    throw new WrongUsage([`There is no "${noun}".`, ...(await help(nouns))].join('\n'));
  const verbs = await verbsOf(noun);
  const name = '' in verbs ? '' : (rest.shift() ?? '');
  const verb = verbs[name];
  if (!verb) throw new WrongUsage((await help([noun])).join('\n'));
  try {
    return await run(verb, understand(verb, rest));
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    throw new WrongUsage(`${error.message}\nUsage: npm run --silent cli -- ${usageOf(noun, name, verb)}`);
  }
}

function understand(verb: Verb, args: string[]): Omit<Call, 'ctx'> {
  const names = verb.positionals ?? [];
  try {
    const { values, positionals } = parseArgs({
      args,
      options: verb.options ?? {},
      allowPositionals: names.length > 0,
    });
    const missing = names[positionals.length];
    if (missing) throw new Error(`${missing} is missing.`);
    if (positionals.length > names.length) throw new Error(`"${positionals[names.length]}" is one too many.`);
    return { options: values, positionals, stdin };
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

async function run(verb: Verb, call: Omit<Call, 'ctx'>): Promise<Answer> {
  if (verb.database === 'none') return verb.run(withoutDatabase(call));
  const server = await openDatabaseServer(readEnv(process.env).dataDir);
  try {
    env();
    await migrateDatabase(server.url);
    return await verb.run({
      ...call,
      ctx: readContext(database(), { kind: 'system', name: 'command line' }),
    });
  } finally {
    await closeQueue();
    await database().$client.end({ timeout: 5 });
    await server.release();
  }
}

function withoutDatabase(call: Omit<Call, 'ctx'>): Call {
  return {
    ...call,
    get ctx(): never {
      throw new Error('This verb said that it needs no database.');
    },
  };
}

async function help(of: string[]): Promise<string[]> {
  const lines = await Promise.all(
    of.map(async (noun) =>
      Object.entries(await verbsOf(noun)).map(
        ([name, verb]) => `  ${usageOf(noun, name, verb)}\n      ${verb.does}`,
      ),
    ),
  );
  return ['Usage: npm run --silent cli -- <noun> <verb> [--json]', ...lines.flat()];
}

const usageOf = (noun: string, name: string, verb: Verb) =>
  [noun, name, verb.usage].filter(Boolean).join(' ');

async function verbsOf(noun: string): Promise<Verbs> {
  return ((await import(`./cli/${noun}.ts`)) as { verbs: Verbs }).verbs;
}

const fieldsOf = (error: unknown) => (isRefusal(error) ? { fields: error.fields } : {});

async function stdin(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

try {
  const answer = await runCommandLine();
  console.info(json ? JSON.stringify(answer.data) : answer.lines.join('\n'));
  process.exit(answer.failed ? 1 : 0);
} catch (error) {
  if (json) console.info(JSON.stringify({ error: explain(error), ...fieldsOf(error) }));
  else console.error(explain(error));
  process.exit(error instanceof WrongUsage ? 2 : 1);
}
