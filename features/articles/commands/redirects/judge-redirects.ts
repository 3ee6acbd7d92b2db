import type { Ctx } from '@/db/context';
import { env } from '@/lib/env';
import { type Linked, listLinked } from '../../queries/linked';
import { listAddresses } from '../../queries/redirects';
import { endOf, type Fault, pathOf, readWish, type Sound, type Wish } from '../../redirect-rules';

/** What becomes of one wish. */
export type Judged =
  | { wish: Wish; outcome: 'added' | 'changed' | 'same'; path: string; target: string; before: string | null }
  | ({ wish: Wish; outcome: 'refused' } & Fault);

type Standing = Map<string, Awaited<ReturnType<typeof listAddresses>>[number]>;

/**
 * Decides any number of wishes together, in two round trips and writes nothing: what stands at an old address, or would
 * answer before a redirect there, refuses it; chains collapse, loops are refused, also through other wishes. `replace`:
 * a redirect that stands and leads elsewhere is led anew instead of refused.
 */
export async function judgeRedirects(
  ctx: Ctx,
  wishes: Wish[],
  { replace }: { replace: boolean },
): Promise<Judged[]> {
  const read = wishes.map((wish) => ({ wish, found: readWish(wish, env().siteUrl) }));
  const sound = read.flatMap(({ found }) => ('path' in found ? [found] : []));
  const targets = sound.flatMap(({ target }) => pathOf(target) ?? []);
  const paths = new Set([...sound.flatMap(({ words, path }) => [path, words[0] ?? '']), ...targets]);
  const [rows, linked] = await Promise.all([
    listAddresses(ctx, [...paths]),
    listLinked(
      ctx,
      sound.map(({ words }) => words),
    ),
  ]);
  const standing: Standing = new Map(rows.map((row) => [row.path, row]));
  const first = new Map<string, Sound>();
  const faults = new Map<Wish, Fault>();
  for (const { wish, found } of read) {
    const fault = 'path' in found ? faultOf(found, { standing, linked, first, replace }) : found;
    if (fault) faults.set(wish, fault);
    else if ('path' in found) first.set(found.path, found);
  }
  return read.map(({ wish, found }): Judged => {
    const fault = faults.get(wish);
    if (fault || !('path' in found)) return { wish, outcome: 'refused', ...(fault ?? (found as Fault)) };
    return conclude(found, standing, first);
  });
}

interface Known {
  standing: Standing;
  linked: Linked;
  first: Map<string, Sound>;
  replace: boolean;
}

const feedFiles: ReadonlySet<string> = new Set(['feed.xml', 'atom.xml', 'feed.json']);
const from = (sentence: string): Fault => ({ field: 'from', sentence });

function faultOf({ path, words, target }: Sound, { standing, linked, first, replace }: Known): Fault | null {
  const twin = first.get(path);
  if (twin) return from(`Line ${twin.line} has /${path} already.`);
  const there = standing.get(path);
  if (there && there.kind !== 'redirect')
    return from(`/${path} is ${there.kind === 'section' ? 'a section' : 'a page'} of this paper.`);
  if (there && there.target !== target && !replace)
    return from(`/${path} leads to ${there.target} already. Change it there, or delete it first.`);
  const [head = '', name = ''] = words;
  const last = words.at(-1) ?? '';
  if (linked.shelves.has(`${head}/${name}`) || feedOfSection(words, standing))
    return from(`/${path} is a page of this paper.`);
  // Any two words whose second is a story's are answered before a redirect is looked for.
  const story = words.length === 2 ? linked.stories.get(last) : undefined;
  if (story === 'live') return from(`/${path} leads to a story that is live.`);
  if (story === 'killed') return from(`The story at /${path} was killed: its address stays gone.`);
  return null;
}

const feedOfSection = (words: string[], standing: Standing): boolean =>
  words.length === 2 && feedFiles.has(words[1] ?? '') && standing.get(words[0] ?? '')?.kind === 'section';

function conclude(found: Sound, standing: Standing, wished: Map<string, Sound>): Judged {
  const { line, from: typedFrom, to, path, target } = found;
  const wish = { line, from: typedFrom, to };
  const redirect = (at: string) => {
    const row = standing.get(at);
    return row?.kind === 'redirect' ? row.target : undefined;
  };
  const end = endOf(path, target, (at) => wished.get(at)?.target ?? redirect(at));
  if (end === null)
    return {
      wish,
      outcome: 'refused',
      field: 'to',
      sentence: `From ${target} readers would come back here.`,
    };
  const before = redirect(path) ?? null;
  const outcome = before === null ? 'added' : before === end ? 'same' : 'changed';
  return { wish, outcome, path, target: end, before };
}
