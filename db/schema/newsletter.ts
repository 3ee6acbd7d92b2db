import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Picture } from '@/lib/pictures';
import type { RichText } from '@/lib/rich-text/document';
import { id, instant, ref } from './columns';
import { users } from './users';

export const subscriptionState = pgEnum('subscription_state', ['unconfirmed', 'confirmed', 'unsubscribed']);
export const campaignState = pgEnum('campaign_state', [
  'draft',
  'scheduled',
  'sending',
  'paused',
  'finished',
  'cancelled',
]);
export const deliveryState = pgEnum('delivery_state', [
  'pending',
  'claimed',
  'submitting',
  'sent',
  'failed',
  'suppressed',
  'cancelled',
  'unknown',
]);
export const consentAct = pgEnum('consent_act', ['signed_up', 'confirmed', 'unsubscribed', 'imported']);

export const lists = pgTable(
  'lists',
  {
    id: id(),
    name: text().notNull(),
    slug: text().notNull(),
    description: text().notNull().default(''),
    position: smallint().notNull().default(0),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex('lists_slug_key').on(t.slug)],
);

export const subscribers = pgTable(
  'subscribers',
  {
    id: id(),
    email: text().notNull(),
    /** `emailHash(email)` of lib/email-address, by which `suppressions` are joined. */
    emailHash: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('subscribers_email_key').on(sql`lower(${t.email})`),
    uniqueIndex('subscribers_email_hash_key').on(t.emailHash),
    // Search by the beginning of an address or of its domain, at any size of list.
    index('subscribers_email_prefix').on(sql`lower(${t.email}) text_pattern_ops`, t.id),
    index('subscribers_domain_prefix').on(sql`split_part(lower(${t.email}), '@', 2) text_pattern_ops`, t.id),
    check('subscribers_email_plain', sql`${t.email} !~ '[[:space:],<>]'`),
  ],
);

export const subscriptions = pgTable(
  'subscriptions',
  {
    subscriberId: ref()
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    listId: ref()
      .notNull()
      .references(() => lists.id, { onDelete: 'cascade' }),
    state: subscriptionState().notNull(),
    createdAt: instant().notNull().defaultNow(),
    confirmedAt: instant(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.subscriberId, t.listId] }),
    index('subscriptions_audience').on(t.listId, t.state, t.subscriberId),
  ],
);

/** The trail: what was agreed to, in which words, when, through which form. Outlives the subscription. */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    subscriberId: ref()
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    listId: ref().references(() => lists.id, { onDelete: 'set null' }),
    act: consentAct().notNull(),
    wording: text().notNull(),
    source: text().notNull(),
    networkHash: text(),
    at: instant().notNull().defaultNow(),
  },
  (t) => [index('consents_subscriber').on(t.subscriberId, t.at)],
);

/** Confirmation mails by address, so that nobody can be bombed through the form. */
export const confirmationMails = pgTable(
  'confirmation_mails',
  { id: id(), emailHash: text().notNull(), at: instant().notNull().defaultNow() },
  (t) => [index('confirmation_mails_address').on(t.emailHash, t.at)],
);

/** Addresses never to be written to, as keyed hashes: they outlive deletion and import. */
export const suppressions = pgTable('suppressions', {
  emailHash: text().primaryKey(),
  reason: text().notNull(),
  at: instant().notNull().defaultNow(),
});

/** A story as it went out. Its address has no host, so that an archive survives a move. */
export interface IssueStory {
  articleId: number;
  href: string;
  section: string;
  title: string;
  standfirst: string;
  authors: string[];
  readingMinutes: number;
  picture: Picture | null;
}

/** What an issue said, from which its HTML, its text and its page in the archive are made. */
/** How the paper looks in a mail: its accent in both themes, and its logo as a file of the library. */
export interface MailLook {
  accent: string;
  darkAccent: string;
  logo: { hash: string; width: number; height: number } | null;
  darkLogo: { hash: string; width: number; height: number } | null;
}

export interface IssueContent {
  siteName: string;
  /** BCP 47, and the zone its date is written in. */
  language: string;
  timeZone: string;
  listName: string;
  /** Absent from issues before 1.0. */
  postalAddress?: string;
  /** ISO 8601. */
  issuedAt: string;
  subject: string;
  previewText: string;
  introHtml: string;
  stories: IssueStory[];
  /** Absent from issues that went out before papers had looks of their own. */
  look?: MailLook;
}

/** One issue of a newsletter. Once sending has begun, `content`, `html`, `text` and `audience` are frozen. */
export const campaigns = pgTable(
  'campaigns',
  {
    id: id(),
    listId: ref()
      .notNull()
      .references(() => lists.id),
    subject: text().notNull().default(''),
    previewText: text().notNull().default(''),
    intro: jsonb().$type<RichText>(),
    articleIds: ref().array().notNull().default(sql`'{}'`),
    state: campaignState().notNull().default('draft'),
    dueAt: instant(),
    notAfterAt: instant(),
    startedAt: instant(),
    finishedAt: instant(),
    /** Rows in `deliveries`, those suppressed from the start among them. Null until they were frozen. */
    audience: integer(),
    content: jsonb().$type<IssueContent>(),
    html: text(),
    text: text(),
    /** Deliveries by state as they stood when sending ended; counted live before that. */
    tally: jsonb().$type<Partial<Record<(typeof deliveryState.enumValues)[number], number>>>(),
    /** Why nothing goes out just now (a relay that refuses, a start that was missed), in words for the desk. */
    trouble: text(),
    /** The relay is left alone until then. */
    holdUntil: instant(),
    relayFailures: smallint().notNull().default(0),
    /** Compare-and-set for two tabs. */
    version: integer().notNull().default(1),
    createdBy: ref().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull().defaultNow(),
    savedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index('campaigns_due').on(t.dueAt).where(sql`${t.state} = 'scheduled'`),
    // What the timers look after each second: an issue under way, or cancelled with readers still to be struck off.
    index('campaigns_unfinished')
      .on(t.id)
      .where(sql`${t.state} in ('sending', 'cancelled') and ${t.finishedAt} is null`),
    index('campaigns_newest').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
  ],
);

/**
 * The delivery ledger: one row a campaign and subscriber. `submitting` is committed before DATA; what a crash leaves
 * there becomes `unknown` and is never sent again by itself.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    campaignId: ref()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    /** An erased reader stays as a row without an address, else the numbers of past issues would not add up. */
    subscriberId: ref()
      .notNull()
      .references(() => subscribers.id, { onDelete: 'restrict' }),
    email: text().notNull(),
    domain: text().notNull(),
    state: deliveryState().notNull().default('pending'),
    lease: uuid(),
    leaseUntil: instant(),
    attempts: smallint().notNull().default(0),
    nextTryAt: instant(),
    answer: text(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.subscriberId] }),
    index('deliveries_work').on(t.campaignId, t.state, t.nextTryAt, t.subscriberId),
    index('deliveries_lease').on(t.leaseUntil).where(sql`${t.state} in ('claimed', 'submitting')`),
    index('deliveries_subscriber').on(t.subscriberId),
  ],
);
