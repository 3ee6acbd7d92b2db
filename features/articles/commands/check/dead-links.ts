import { and, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { linkChecks } from '@/db/schema';
import { authoriseSystem } from '@/features/users/rules';
import { env } from '@/lib/env';
import { isRefusal } from '@/lib/errors';
import { reservedWords } from '@/lib/reserved-words';
import { isExternal } from '@/lib/rich-text/links';
import { safeFetch } from '@/lib/safe-fetch';
import { type Linked, listLinked } from '../../queries/linked';

/** What was found of an address holds so long for a check on demand, and so long for what a publication is held back by. */
const freshForMs = 3_600_000;
const holdsForMs = 7 * 86_400_000;
const linksAtMost = 100;
const atOnce = 6;
const lookLimitMs = 8_000;

/** What is known of links without looking at anybody's server: our own pages as they are now, others as last looked at. */
export async function knownDeadLinks(ctx: Ctx, hrefs: string[]): Promise<Map<string, string>> {
  const dead = await deadWithin(ctx, hrefs);
  const outside = hrefs.filter((href) => ownPath(href) === null && isExternal(href));
  if (outside.length === 0) return dead;
  const rows = await ctx.db
    .select({ href: linkChecks.href, trouble: linkChecks.trouble })
    .from(linkChecks)
    .where(
      and(
        inArray(linkChecks.href, outside),
        isNotNull(linkChecks.trouble),
        gt(linkChecks.checkedAt, new Date(ctx.now.getTime() - holdsForMs)),
      ),
    );
  for (const { href, trouble } of rows) if (trouble !== null) dead.set(href, trouble);
  return dead;
}

/**
 * Looks at the links to other sites that were not looked at within the hour, a hundred at most, and keeps what came of it.
 * Only what says 404 or 410, or leads nowhere anybody may go, counts as dead: a server that is slow, closed to robots or
 * out of order is none. When none at all can be reached, it is our own line that is dead.
 */
export async function lookAtLinks(ctx: Ctx, hrefs: string[]): Promise<void> {
  const outside = [...new Set(hrefs)].filter((href) => ownPath(href) === null && isExternal(href));
  const since = new Date(ctx.now.getTime() - freshForMs);
  const fresh = new Set(
    outside.length === 0
      ? []
      : (
          await ctx.db
            .select({ href: linkChecks.href })
            .from(linkChecks)
            .where(and(inArray(linkChecks.href, outside), gt(linkChecks.checkedAt, since)))
        ).map(({ href }) => href),
  );
  const due = outside.filter((href) => !fresh.has(href)).slice(0, linksAtMost);
  const looks = await inTurn(due, lookAt);
  const reached = looks.some(({ outcome }) => outcome !== 'unreachable');
  const rows = looks.flatMap(({ href, outcome }) => {
    if (outcome === 'unreachable') return reached ? [{ href, trouble: 'its server cannot be found.' }] : [];
    return [{ href, trouble: outcome }];
  });
  if (rows.length === 0) return;
  await ctx.db
    .insert(linkChecks)
    .values(rows.map((row) => ({ ...row, checkedAt: ctx.now })))
    .onConflictDoUpdate({
      target: linkChecks.href,
      set: { trouble: sql`excluded.trouble`, checkedAt: sql`excluded.checked_at` },
    });
}

interface Look {
  href: string;
  /** A sentence of what is wrong, null when nothing is. */
  outcome: string | null;
}

async function lookAt(href: string): Promise<Look> {
  try {
    const status = await statusOf(href, 'HEAD');
    // Some servers know no HEAD, or answer it with nonsense.
    const sure = [404, 405, 410, 501].includes(status) ? await statusOf(href, 'GET') : status;
    return {
      href,
      outcome: sure === 404 || sure === 410 ? `nothing is there any more (it answers ${sure}).` : null,
    };
  } catch (error) {
    const reason = isRefusal(error) ? error.detail?.reason : undefined;
    if (reason === 'unreachable') return { href, outcome: 'unreachable' };
    if (reason === 'not-public' || reason === 'bad-address')
      return { href, outcome: 'readers cannot get to that address.' };
    return { href, outcome: null };
  }
}

async function statusOf(href: string, method: 'HEAD' | 'GET'): Promise<number> {
  const answer = await safeFetch(href.replace(/#.*$/, ''), {
    maxBytes: 65_536,
    timeoutMs: lookLimitMs,
    method,
  });
  answer.close();
  return answer.status;
}

async function inTurn(hrefs: string[], look: (href: string) => Promise<Look>): Promise<Look[]> {
  const looks: Look[] = [];
  const waiting = [...hrefs];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let href = waiting.shift(); href !== undefined; href = waiting.shift())
        looks.push(await look(href));
    }),
  );
  return looks;
}

/** The path of an address of our own, without what follows it; null for others'. */
function ownPath(href: string): string | null {
  const own = new URL(env().siteUrl);
  if (!href.startsWith('/') && !isExternal(href)) return null;
  const url = new URL(href, own);
  return url.host === own.host ? url.pathname : null;
}

const shelves = new Set(['tag', 'author', 'series']);

async function deadWithin(ctx: Ctx, hrefs: string[]): Promise<Map<string, string>> {
  const dead = new Map<string, string>();
  const wanted: { href: string; words: string[] }[] = [];
  for (const href of hrefs) {
    const words = ownPath(href)?.split('/').filter(Boolean);
    if (!words || words.length === 0 || words.length > 2) continue;
    // Feeds, lists and forms are always there; of names in a list, only those that can be missing are looked up.
    if (reservedWords.has(words[0] ?? '') && !shelves.has(words[0] ?? '')) continue;
    wanted.push({ href, words });
  }
  if (wanted.length === 0) return dead;
  const linked = await listLinked(
    ctx,
    wanted.map(({ words }) => words),
  );
  for (const { href, words } of wanted) {
    const trouble = troubleOf(linked, words);
    if (trouble) dead.set(href, trouble);
  }
  return dead;
}

function troubleOf(linked: Linked, words: string[]): string | null {
  const [first = '', second] = words;
  if (second !== undefined && shelves.has(first))
    return linked.shelves.has(`${first}/${second}`) ? null : 'there is no such page here.';
  if (second === undefined && linked.roots.has(first)) return null;
  const state = linked.stories.get(second ?? first);
  if (state === 'live') return null;
  if (state === 'killed') return 'that story was killed.';
  return state === 'hidden' ? 'readers cannot see that story.' : 'there is no such page here.';
}

/** Forgets what was found of links more than a month ago. */
export async function purgeLinkChecks(ctx: Ctx): Promise<void> {
  authoriseSystem(ctx.actor);
  await ctx.db.delete(linkChecks).where(sql`${linkChecks.checkedAt} < clock() - interval '30 days'`);
}
