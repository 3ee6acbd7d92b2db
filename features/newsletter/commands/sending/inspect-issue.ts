import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { type IssueContent, lists } from '@/db/schema';
import { mailInForce } from '@/features/settings/queries';
import { type MailInForce, senderOf } from '@/lib/mailer';
import { dkimKey } from '@/lib/mailer/dkim';
import { countAudience } from '../../queries/audience';
import type { Campaign } from '../../rules';
import { renderIssue } from './issue-content';
import { mailWriter, placeholders } from './personalise';

/** `fault` stops the send, `doubt` is worth a look, `good` is said so that it can be relied on. */
export interface Finding {
  level: 'fault' | 'doubt' | 'good';
  sentence: string;
}

export interface Inspection {
  findings: Finding[];
  /** What would go out, with nobody's own links in it. */
  html: string;
  text: string;
  bytes: number;
  recipients: number;
  suppressed: number;
}

/** Gmail cuts a mail off past 102 KB of HTML, and with it the unsubscribe link. */
const mostHtmlBytes = 100_000;

/** Looks at an issue as it would go out now, before it does. */
export async function inspectIssue(ctx: Ctx, campaign: Campaign, content: IssueContent): Promise<Inspection> {
  const [{ html, text }, audience, via, [list]] = await Promise.all([
    renderIssue(content, campaign.id),
    countAudience(ctx, campaign.listId),
    mailInForce(ctx),
    ctx.db
      .select({ id: lists.id, name: lists.name, slug: lists.slug })
      .from(lists)
      .where(eq(lists.id, campaign.listId)),
  ]);
  const write = mailWriter({
    campaignId: campaign.id,
    list: list ?? { id: campaign.listId, name: '', slug: '' },
    subject: campaign.subject,
    html,
    text,
    from: senderOf(via, content.siteName),
    replyTo: '',
  });
  const { raw } = await write({ subscriberId: 1, email: 'reader@example.com' });
  const bytes = Buffer.byteLength(html);
  const findings = [
    ...saysSomething(campaign, content),
    size(bytes),
    ...links(html),
    alternatives(content),
    unsubscribing(raw, html, text),
    signature(raw),
    postal(content),
    reach(audience.recipients),
    relaySet(via),
  ];
  return { findings, html, text, bytes, ...audience };
}

const fault = (sentence: string): Finding => ({ level: 'fault', sentence });
const doubt = (sentence: string): Finding => ({ level: 'doubt', sentence });
const good = (sentence: string): Finding => ({ level: 'good', sentence });

function saysSomething(
  { subject, previewText, articleIds }: Campaign,
  { stories, introHtml }: IssueContent,
): Finding[] {
  const missing = articleIds.length - stories.length;
  return [
    subject === '' ? fault('It has no subject.') : good('It has a subject.'),
    ...(previewText === ''
      ? [doubt('It has no preview text: mail programs will show the first words of the mail.')]
      : []),
    ...(stories.length === 0 && introHtml === ''
      ? [fault('It has neither a story nor an introduction.')]
      : []),
    ...(missing > 0
      ? [
          doubt(
            missing === 1
              ? 'One chosen story is not live and will be left out.'
              : `${missing} chosen stories are not live and will be left out.`,
          ),
        ]
      : []),
  ];
}

const size = (bytes: number): Finding => {
  const kilobytes = Math.ceil(bytes / 1000);
  return bytes > mostHtmlBytes
    ? fault(
        `It is ${kilobytes} KB of HTML; past 100 KB Gmail cuts it off. Choose fewer stories or a shorter introduction.`,
      )
    : good(`${kilobytes} KB of HTML, under the 100 KB past which Gmail cuts a mail off.`);
};

/** Addresses in mail must be whole, and shortened ones are what spam filters look for. */
function links(html: string): Finding[] {
  const hrefs = [...html.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href ?? '');
  const broken = hrefs.filter((href) => !/^(https?:\/\/[^/\s]+|mailto:\S+@\S+)/.test(href));
  const shortened = hrefs.filter((href) =>
    /^https?:\/\/(bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly)\//.test(href),
  );
  return [
    broken.length > 0
      ? fault(`A link leads nowhere: "${broken[0]}".`)
      : good(`${new Set(hrefs).size} different links, all of them whole.`),
    ...(shortened.length > 0
      ? [doubt('A link goes through a shortening service, which spam filters dislike.')]
      : []),
  ];
}

function alternatives({ stories }: IssueContent): Finding {
  const without = stories.filter(({ picture }) => picture && picture.alt.trim() === '');
  return without.length > 0
    ? doubt(`The picture of "${without[0]?.title}" has no alternative text.`)
    : good('Every picture has an alternative text.');
}

function unsubscribing(raw: Buffer, html: string, text: string): Finding {
  const head = headOf(raw);
  const whole =
    /^List-Unsubscribe: <https?:/im.test(head) &&
    /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/im.test(head) &&
    [html, text].every((part) => part.includes(placeholders.unsubscribe));
  return whole
    ? good('Readers can unsubscribe by one click, in the mail and through their mail program.')
    : fault('It has no way to unsubscribe.');
}

function signature(raw: Buffer): Finding {
  if (!dkimKey())
    return doubt(
      'Mail is not signed: set DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY, or large mailbox providers will refuse it.',
    );
  const covered =
    /^DKIM-Signature:.*?\bh=([^;]+);/im
      .exec(headOf(raw))?.[1]
      ?.toLowerCase()
      .split(/[\s:]+/) ?? [];
  return covered.includes('list-unsubscribe') && covered.includes('list-unsubscribe-post')
    ? good('It is signed (DKIM), both unsubscribe headers included.')
    : fault('The signature (DKIM) does not cover both unsubscribe headers.');
}

const postal = ({ postalAddress }: IssueContent): Finding =>
  postalAddress
    ? good('The postal address stands at its foot.')
    : doubt(
        'It bears no postal address, which the law asks of newsletters in many countries: Settings, Newsletter.',
      );

const reach = (recipients: number): Finding =>
  recipients === 0
    ? fault('Nobody has confirmed a subscription to this list yet.')
    : good(`It goes to ${recipients.toLocaleString('en')} ${recipients === 1 ? 'reader' : 'readers'}.`);

const relaySet = ({ relay }: MailInForce): Finding =>
  relay
    ? good('A mail relay is set.')
    : doubt('No mail relay is set (Settings, Mail): mail lands in the mailbox of the desk.');

/** The header part with folded lines joined, so that a header is one line. */
const headOf = (raw: Buffer): string =>
  raw
    .toString('latin1')
    .split('\r\n\r\n')[0]
    ?.replace(/\r\n[ \t]+/g, ' ')
    .replaceAll('\r\n', '\n') ?? '';
