import type { Ctx } from '@/db/context';
import type { StoryCursor } from '@/features/articles/queries/site';
import type { AuthorRow } from '@/features/taxonomy/queries';
import type { SearchRequest } from './input';
import { type Asked, parseQuery, respell, type Term } from './parse-query';
import {
  type Finds,
  findBest,
  findNewest,
  type Lexicon,
  listAlikeWords,
  listWordsInUse,
  readLexicon,
  type Span,
} from './queries';
import { indexQuery, type TermFacts, termKey } from './tsquery';
import { likeliest, shortestSlip } from './typing-slips';
import { isUnspaced } from './words';

/** The filters as the index has them. */
export interface Narrowed {
  /** A section and those below it; none for all. */
  sectionIds: number[];
  author: AuthorRow | null;
  since: Date;
  until: Date;
  /** Whether any of them leaves something out. */
  narrows: boolean;
}

export interface Search {
  request: SearchRequest;
  asked: Asked;
  narrowed: Narrowed;
  before: StoryCursor | null;
  /** BCP 47, the site's. */
  language: string;
}

export interface Found extends Finds {
  asked: Asked;
  facts(term: Term): TermFacts;
  /** Newest first, whatever was asked for: filters alone have no best. */
  byTime: boolean;
  /** What was searched for, since nothing has what was typed. */
  instead: string | null;
  /** Not every find has all words. */
  someOf: boolean;
  didYouMean: string | null;
  nextDueAt: Date | null;
}

/** With fewer finds than that, slips of the pen are looked for. */
const few = 3;

/** What was asked for; where there is nothing, the same with slips of the pen put right, else with some of the words. */
export async function findStories(ctx: Ctx, search: Search): Promise<Found> {
  const { request, asked } = search;
  const lexicon = await lookUp(ctx, search, asked);
  const found = await find(ctx, search, asked, lexicon);
  if (found.count >= few || lexicon.newestAt === null || request.page > 1 || search.before) return found;
  const better = await respelt(ctx, request.q, asked, lexicon);
  if (found.count > 0) return { ...found, didYouMean: better };
  if (better !== null) {
    const meant = parseQuery(better);
    const instead = await find(ctx, search, meant, await lookUp(ctx, search, meant));
    if (instead.count > 0) return { ...instead, instead: better };
  }
  if (asked.all.length < 2) return found;
  const some = { all: [asked.all.flat()], none: asked.none };
  const best = { ...search, request: { ...request, sort: 'best' as const } };
  return { ...(await find(ctx, best, some, lexicon)), someOf: true };
}

const termsOf = ({ all, none }: Asked): Term[] => [...all.flat(), ...none];

const lookUp = (ctx: Ctx, { language }: Search, asked: Asked): Promise<Lexicon> =>
  readLexicon(ctx, [...new Set(termsOf(asked).map(termKey))], language);

const unknown = { documents: 0, forms: [], authorIds: [], tagIds: [] };

async function find(
  ctx: Ctx,
  { request, narrowed, before }: Search,
  asked: Asked,
  lexicon: Lexicon,
): Promise<Found> {
  const { newestAt, nextDueAt } = lexicon;
  const facts = (term: Term) => lexicon.facts.get(termKey(term)) ?? unknown;
  const byTime = request.sort === 'newest' || asked.all.length === 0;
  const query = indexQuery(asked, facts, {
    sectionIds: narrowed.sectionIds,
    authorId: narrowed.author?.id ?? null,
  });
  const about = { asked, facts, byTime, nextDueAt, instead: null, someOf: false, didYouMean: null };
  const span = newestAt && spanOf(narrowed, newestAt);
  const hopeless = asked.all.some((terms) => terms.every((term) => isNowhere(term, lexicon)));
  if (query === null || span === null || hopeless)
    return { ...about, finds: [], count: 0, many: false, authors: [] };
  const finds = byTime
    ? await findNewest(ctx, query, span, before)
    : await findBest(ctx, query, span, request.page);
  return { ...about, ...finds };
}

/** No story has the word, in no form: known without asking the index, which would look through the whole archive for it. */
function isNowhere(term: Term, { facts, complete }: Lexicon): boolean {
  const key = termKey(term);
  const known = facts.get(key);
  if (!complete || !known || !isInVocabulary(key)) return false;
  return known.documents + known.forms.length + known.authorIds.length + known.tagIds.length === 0;
}

/** Whether the vocabulary counts such words: those of letters, neither very short nor very long. As count_search_words() has it. */
const isInVocabulary = (word: string): boolean => /^\p{L}[^ ]{1,39}$/u.test(word) && !isUnspaced(word);

/** Windows of time are counted back from the newest story, not from today: an archive is searched like a paper. */
function spanOf({ since, until }: Narrowed, newestAt: Date): Span | null {
  const end = new Date(newestAt.getTime() + 1);
  const span = { since, until: until < end ? until : end };
  return since < span.until ? span : null;
}

/** The query with unknown words put right, or null when there is nothing to put right. */
async function respelt(ctx: Ctx, q: string, asked: Asked, { facts }: Lexicon): Promise<string | null> {
  const doubtful = new Map<string, number>();
  for (const term of asked.all.flat()) {
    const known = facts.get(termKey(term));
    if (known && known.authorIds.length + known.tagIds.length > 0) continue;
    for (const word of term.words)
      if (word.length >= shortestSlip && !isUnspaced(word))
        doubtful.set(word, facts.get(word)?.documents ?? 0);
  }
  if (doubtful.size === 0) return null;
  const alike = await listAlikeWords(ctx, [...doubtful.keys()]);
  const better = new Map<string, string>();
  for (const [word, documents] of doubtful) {
    const meant = likeliest(word, alike.get(word) ?? []);
    // A word that stories have is only doubted for one that ten times as many have.
    if (meant && meant.documents > documents * 10) better.set(word, meant.word);
  }
  // The vocabulary forgets nothing: a word that only a killed story had must not be said again.
  const said = new Set(await listWordsInUse(ctx, [...better.values()]));
  for (const [word, meant] of better) if (!said.has(meant)) better.delete(word);
  return better.size === 0 ? null : respell(q, better);
}
