import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import type { Ctx } from '@/db/context';
import { type IssueContent, lists } from '@/db/schema';
import { readPaper } from '@/features/settings/queries';
import { env } from '@/lib/env';
import { renderMail } from '@/lib/mailer/render';
import { renderHtml } from '@/lib/rich-text/render';
import { newsletterLinks } from '../../links';
import { NewsletterMail } from '../../mail/newsletter-mail';
import { mailLook } from '../../mail-look';
import { listStoriesByIds } from '../../queries/stories';
import type { Campaign } from '../../rules';
import { placeholders } from './personalise';

type Draft = Pick<Campaign, 'id' | 'listId' | 'subject' | 'previewText' | 'intro' | 'articleIds'>;

/** What an issue would say if it went out now: only stories that are live now, in the chosen order. */
export async function gatherIssue(ctx: Ctx, draft: Draft): Promise<IssueContent> {
  const [{ settings, logos }, stories, [list]] = await Promise.all([
    readPaper(ctx),
    listStoriesByIds(ctx, draft.articleIds),
    ctx.db.select({ name: lists.name }).from(lists).where(eq(lists.id, draft.listId)),
  ]);
  return {
    siteName: settings.siteName,
    language: settings.language,
    timeZone: settings.timeZone,
    listName: list?.name ?? '',
    postalAddress: settings.newsletterPostalAddress,
    issuedAt: ctx.now.toISOString(),
    subject: draft.subject,
    previewText: draft.previewText,
    introHtml: draft.intro ? renderHtml(draft.intro, { origin: env().siteUrl }) : '',
    stories: stories.map(({ liveAt: _, ...story }) => story),
    look: mailLook(settings.look, logos),
  };
}

/** The mail of an issue, the same for everybody: where a reader's own links go stand `placeholders`. */
export const renderIssue = (
  issue: IssueContent,
  campaignId: number,
): Promise<{ html: string; text: string }> =>
  renderMail(
    createElement(NewsletterMail, {
      issue,
      origin: env().siteUrl,
      links: { ...placeholders, issue: newsletterLinks.issue(campaignId) },
    }),
  );
