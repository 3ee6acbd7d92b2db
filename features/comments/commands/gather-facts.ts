import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import type { Settings } from '@/features/settings/queries';
import {
  askFilter,
  countLinks,
  type Facts,
  type Limits,
  type Met,
  readWordList,
  signsOf,
  type WordList,
  wordsOf,
} from '../rules';

/** What is judged: a submission, or words that a moderator tries out. */
export interface Judged {
  name: string;
  email: string;
  body: string;
  honeypot: boolean;
  networkHash: string | null;
  typedAt: Date;
}

/** People do write "Well said." twice; from here on the same words are no accident. */
const leastSameChars = 12;
const leastAlikeChars = 40;

/** So many of the newest comments are compared letter by letter; a wave of spam comes close together. */
const newestCompared = 200;

/** Enough of a text to know it again, so that long ones cost no more. */
const comparedChars = 600;

/**
 * Loads, in one statement, everything the checks may look at. Plan: comments_same_text, comments_recent (at most 200 rows
 * and 1,000 index entries), comments_network, comments_commenter, filter_signs_pkey for at most 151 signs.
 */
export async function gatherFacts(ctx: Ctx, judged: Judged, settings: Settings): Promise<Facts> {
  const signs = signsOf(judged);
  const alike = judged.body.length >= leastAlikeChars ? judged.body.slice(0, comparedChars) : null;
  const [row] = await ctx.db.execute<Row>(sql`
    select
      (select count(*) from comments where length(body) >= ${leastSameChars} and md5(body) = md5(${judged.body})
        and created_at > clock() - interval '1 day') as same,
      (select max(similarity(left(body, ${comparedChars}), ${alike})) from (
        select body from comments where created_at > clock() - interval '1 day' order by created_at desc limit ${newestCompared}
      ) newest where length(left(body, ${comparedChars})) between length(${alike}) * 0.6 and length(${alike}) * 1.6) as likeness,
      (select count(*) from comments where network_hash = ${judged.networkHash} and created_at > clock() - interval '10 minutes') as network,
      (select count(*) from comments c join commenters m on m.id = c.commenter_id
        where lower(m.email) = lower(${judged.email}) and c.created_at > clock() - interval '10 minutes') as address,
      (select count(*) from (select from comments where created_at > clock() - interval '5 minutes' limit 1000) flood) as everywhere,
      (select verified_at is not null and approved_count > 0 from commenters where lower(email) = lower(${judged.email})) as trusted,
      (select json_object_agg(kind, lines) from word_lists) as lists,
      (select json_object_agg(sign, json_build_object('good', good, 'spam', spam)) from filter_signs
        where sign = any(${sql.param(signs)}::text[]) or sign = '') as met`);
  if (!row) throw new Error('the facts of a comment came back empty');
  const words = wordsOf(`${judged.name}\n${judged.body}`);
  const { '': totals = { good: 0, spam: 0 }, ...met } = row.met ?? {};
  return {
    staff: ctx.actor.kind === 'staff',
    honeypotFilled: judged.honeypot,
    secondsToConfirm: (ctx.now.getTime() - judged.typedAt.getTime()) / 1000,
    links: countLinks(judged.body),
    blockedWords: listOf('blocked', row.lists?.blocked).find(words),
    suspectWords: listOf('suspect', row.lists?.suspect).find(words),
    sameText: Number(row.same),
    likenessPercent: Math.floor(100 * (row.likeness ?? 0)),
    recent: {
      fromNetwork: Number(row.network),
      fromAddress: Number(row.address),
      everywhere: Number(row.everywhere),
    },
    filter: askFilter(signs, { totals, signs: new Map(Object.entries(met)) }),
    trusted: row.trusted ?? false,
    moderation: settings.commentModeration,
    limits: limitsOf(settings),
  };
}

const limitsOf = (settings: Settings): Limits => ({
  links: settings.commentMostLinks,
  secondsToConfirm: settings.commentSeconds,
  sameText: settings.commentSameText,
  likenessPercent: settings.commentLikeness,
  fromNetwork: settings.commentsFromNetwork,
  fromAddress: settings.commentsFromAddress,
  flood: settings.commentFlood,
  suspectPercent: settings.commentSuspect,
  spamPercent: settings.commentSpam,
});

type Kind = 'blocked' | 'suspect';
const lastRead = new Map<Kind, { text: string; list: WordList }>();

/** A list of ten thousand lines takes some 20 ms to read, so the last one of each kind is kept. */
function listOf(kind: Kind, lines: readonly string[] = []): WordList {
  const text = lines.join('\n');
  const kept = lastRead.get(kind);
  if (kept?.text === text) return kept.list;
  const list = readWordList(lines);
  lastRead.set(kind, { text, list });
  return list;
}

type Row = {
  same: string;
  likeness: number | null;
  network: string;
  address: string;
  everywhere: string;
  trusted: boolean | null;
  lists: Partial<Record<Kind, string[]>> | null;
  met: Record<string, Met> | null;
};
