import { eq } from 'drizzle-orm';
import type { Actor, Ctx } from '@/db/context';
import { articles, media } from '@/db/schema';
import { type CheckedRole, type CheckRule, checkRules, readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { Invalid, NotFound } from '@/lib/errors';
import { migrateBody } from '@/lib/rich-text/migrate';
import { checkStory, type WeighedFinding } from '../../check/rules';
import { type CheckedStory, linksOf } from '../../check/story';
import type { OnArticle } from '../../input';
import type { Article, WrittenRevision } from '../../rules';
import { getRevisionOf, matterOf } from '../in-hand';
import { knownDeadLinks, lookAtLinks } from './dead-links';

/**
 * The desk check of the newest version (D11), with the links to other sites looked at now. Changes nothing but what is
 * known of those links. Each finding says whether it stands in the way of who asks.
 */
export async function checkArticle(
  ctx: Ctx,
  { articleId }: OnArticle,
): Promise<{ revisionId: number; findings: WeighedFinding[] }> {
  if (ctx.actor.kind === 'reader') authorise(ctx.actor, 'read-desk');
  const [article] = await ctx.db.select().from(articles).where(eq(articles.id, articleId)).limit(1);
  if (!article || article.headRevisionId === null) throw NotFound('This article does not exist.');
  const head = await getRevisionOf(ctx, articleId, article.headRevisionId);
  authorise(ctx.actor, 'read-article', matterOf({ article, head }));
  const { deskCheck } = await readSettings(ctx);
  const role = roleOf(ctx.actor) ?? 'administrator';
  const rules = checkRules.filter((rule) => deskCheck.levels[rule][role] !== 'off');
  if (rules.includes('dead-links'))
    await lookAtLinks(
      ctx,
      linksOf(head.body).map(({ href }) => href),
    );
  const findings = checkStory(await asChecked(ctx, article, head, rules), rules, deskCheck);
  return {
    revisionId: head.id,
    findings: findings.map((finding) => ({
      ...finding,
      level: deskCheck.levels[finding.rule][role] === 'block' ? 'block' : 'warn',
    })),
  };
}

/**
 * Refuses to let a version out that a rule holds back for this person's role. Links to other sites are judged by the last
 * look at them: nobody's server is asked while an article is locked. What the system does (the clock, the command line, an
 * import) is not held back: a plan was checked when it was made.
 */
export async function enforceCheck(ctx: Ctx, article: Article, revision: WrittenRevision): Promise<void> {
  const role = roleOf(ctx.actor);
  if (role === null) return;
  const { deskCheck } = await readSettings(ctx);
  const rules = checkRules.filter((rule) => deskCheck.levels[rule][role] === 'block');
  if (rules.length === 0) return;
  const findings = checkStory(await asChecked(ctx, article, revision, rules), rules, deskCheck);
  if (findings.length === 0) return;
  const sentences = [...new Set(findings.map(({ sentence }) => sentence))];
  const shown = sentences.slice(0, 5).join(' ');
  const more = sentences.length > 5 ? ` And ${sentences.length - 5} more.` : '';
  throw Invalid(`The desk check holds this back. ${shown}${more}`, { detail: { findings } });
}

/** Whose column of the rules holds; a contributor is shown what will hold for authors, and nothing is held for the system. */
const roleOf = (actor: Actor): CheckedRole | null => {
  if (actor.kind !== 'staff') return null;
  return actor.role === 'contributor' ? 'author' : actor.role;
};

async function asChecked(
  ctx: Ctx,
  { kind }: Article,
  revision: WrittenRevision,
  rules: readonly CheckRule[],
): Promise<CheckedStory> {
  const { title, standfirst, lang, leadAlt, leadCredit, leadMediaId } = revision;
  const body = migrateBody(revision.body, revision.bodyVersion);
  const [lead, deadLinks] = await Promise.all([
    leadMediaId === null ? null : findWidth(ctx, leadMediaId),
    rules.includes('dead-links')
      ? knownDeadLinks(ctx, [...new Set(linksOf(body).map(({ href }) => href))])
      : new Map<string, string>(),
  ]);
  return { kind, title, standfirst, lang, leadAlt, leadCredit, body, lead, deadLinks };
}

async function findWidth(ctx: Ctx, mediaId: number): Promise<{ width: number } | null> {
  const [row] = await ctx.db.select({ width: media.width }).from(media).where(eq(media.id, mediaId)).limit(1);
  return row ? { width: row.width ?? 0 } : null;
}
