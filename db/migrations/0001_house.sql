CREATE TYPE "public"."article_kind" AS ENUM('story', 'page', 'live');--> statement-breakpoint
CREATE TYPE "public"."comment_policy" AS ENUM('open', 'closed', 'hidden');--> statement-breakpoint
CREATE TYPE "public"."publication_kind" AS ENUM('publish', 'update', 'withdraw', 'kill');--> statement-breakpoint
CREATE TYPE "public"."stage" AS ENUM('draft', 'in_review', 'approved');--> statement-breakpoint
CREATE TYPE "public"."comment_state" AS ENUM('held', 'approved', 'spam', 'deleted');--> statement-breakpoint
CREATE TYPE "public"."submission_state" AS ENUM('open', 'posted');--> statement-breakpoint
CREATE TYPE "public"."media_kind" AS ENUM('picture', 'document', 'audio', 'video');--> statement-breakpoint
CREATE TYPE "public"."campaign_state" AS ENUM('draft', 'scheduled', 'sending', 'paused', 'finished', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."consent_act" AS ENUM('signed_up', 'confirmed', 'unsubscribed', 'imported');--> statement-breakpoint
CREATE TYPE "public"."delivery_state" AS ENUM('pending', 'claimed', 'submitting', 'sent', 'failed', 'suppressed', 'cancelled', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."subscription_state" AS ENUM('unconfirmed', 'confirmed', 'unsubscribed');--> statement-breakpoint
CREATE TYPE "public"."address_kind" AS ENUM('section', 'page', 'reserved', 'redirect');--> statement-breakpoint
CREATE TYPE "public"."credential_kind" AS ENUM('password', 'totp', 'passkey', 'recovery');--> statement-breakpoint
CREATE TYPE "public"."link_purpose" AS ENUM('setup', 'reset', 'invitation');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('contributor', 'author', 'editor', 'administrator');--> statement-breakpoint
CREATE TABLE "article_sections" (
	"article_id" bigint NOT NULL,
	"section_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"live_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_sections_article_id_section_id_pk" PRIMARY KEY("article_id","section_id")
);
--> statement-breakpoint
CREATE TABLE "article_tags" (
	"article_id" bigint NOT NULL,
	"tag_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"live_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_tags_article_id_tag_id_pk" PRIMARY KEY("article_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "articles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "article_kind" DEFAULT 'story' NOT NULL,
	"stage" "stage" DEFAULT 'draft' NOT NULL,
	"head_revision_id" bigint,
	"created_by" bigint,
	"assignee_id" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"trashed_at" timestamp (3) with time zone,
	"embargo_at" timestamp (3) with time zone,
	"comment_policy" "comment_policy" DEFAULT 'open' NOT NULL,
	"comment_count" integer DEFAULT 0 NOT NULL,
	"live_revision_id" bigint,
	"live_slug" text,
	"live_section_id" bigint,
	"first_live_at" timestamp (3) with time zone,
	"updated_live_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"killed_at" timestamp (3) with time zone,
	"head_title" text DEFAULT '' NOT NULL,
	"head_section_ids" bigint[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "articles_live_whole" CHECK (("articles"."live_revision_id" is null) or ("articles"."live_slug" is not null and "articles"."first_live_at" is not null and "articles"."killed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "bylines" (
	"article_id" bigint NOT NULL,
	"author_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"live_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bylines_article_id_author_id_pk" PRIMARY KEY("article_id","author_id")
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "corrections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" bigint NOT NULL,
	"text" text NOT NULL,
	"passage" text DEFAULT '' NOT NULL,
	"corrected_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_by" bigint
);
--> statement-breakpoint
CREATE TABLE "media_uses" (
	"media_id" bigint NOT NULL,
	"article_id" bigint NOT NULL,
	CONSTRAINT "media_uses_media_id_article_id_pk" PRIMARY KEY("media_id","article_id")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "publications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" bigint NOT NULL,
	"revision_id" bigint,
	"kind" "publication_kind" NOT NULL,
	"effective_at" timestamp (3) with time zone NOT NULL,
	"material" boolean DEFAULT true NOT NULL,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_by" bigint,
	"applied_at" timestamp (3) with time zone,
	"failure" text,
	CONSTRAINT "publications_revision" CHECK (("publications"."kind" in ('publish', 'update')) = ("publications"."revision_id" is not null)),
	CONSTRAINT "publications_settled_once" CHECK (num_nonnulls("publications"."cancelled_at", "publications"."applied_at", "publications"."failure") <= 1)
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" bigint NOT NULL,
	"base_revision_id" bigint,
	"title" text DEFAULT '' NOT NULL,
	"standfirst" text DEFAULT '' NOT NULL,
	"slug" text NOT NULL,
	"lang" text,
	"body" jsonb NOT NULL,
	"body_version" smallint NOT NULL,
	"html" text NOT NULL,
	"plain_text" text NOT NULL,
	"words" integer NOT NULL,
	"lead_media_id" bigint,
	"lead_alt" text DEFAULT '' NOT NULL,
	"lead_caption" text DEFAULT '' NOT NULL,
	"lead_credit" text DEFAULT '' NOT NULL,
	"section_ids" bigint[] DEFAULT '{}' NOT NULL,
	"tag_ids" bigint[] DEFAULT '{}' NOT NULL,
	"author_ids" bigint[] DEFAULT '{}' NOT NULL,
	"milestone" text,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "slots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"page" text NOT NULL,
	"position" smallint NOT NULL,
	"article_id" bigint,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"article_id" bigint NOT NULL,
	"live_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commenters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "commenters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"name" text NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"approved_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" bigint NOT NULL,
	"parent_id" bigint,
	"thread_id" bigint,
	"depth" smallint DEFAULT 0 NOT NULL,
	"commenter_id" bigint,
	"user_id" bigint,
	"submission_id" uuid,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"state" "comment_state" NOT NULL,
	"reasons" text[] DEFAULT '{}' NOT NULL,
	"network_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" bigint
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"article_id" bigint NOT NULL,
	"parent_id" bigint,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"body" text NOT NULL,
	"errors" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" "submission_state" DEFAULT 'open' NOT NULL,
	"typed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"honeypot" boolean DEFAULT false NOT NULL,
	"network_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "media_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"hash" text NOT NULL,
	"kind" "media_kind" NOT NULL,
	"mime_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"width" integer,
	"height" integer,
	"focal_x" real DEFAULT 0.5 NOT NULL,
	"focal_y" real DEFAULT 0.5 NOT NULL,
	"filename" text NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"caption" text DEFAULT '' NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"licence" text DEFAULT '' NOT NULL,
	"licence_expires_at" timestamp (3) with time zone,
	"uploaded_by" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "campaigns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"list_id" bigint NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"preview_text" text DEFAULT '' NOT NULL,
	"intro" jsonb,
	"article_ids" bigint[] DEFAULT '{}' NOT NULL,
	"state" "campaign_state" DEFAULT 'draft' NOT NULL,
	"due_at" timestamp (3) with time zone,
	"not_after_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"audience" integer,
	"content" jsonb,
	"html" text,
	"text" text,
	"tally" jsonb,
	"trouble" text,
	"hold_until" timestamp (3) with time zone,
	"relay_failures" smallint DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "confirmation_mails" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "confirmation_mails_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email_hash" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subscriber_id" bigint NOT NULL,
	"list_id" bigint,
	"act" "consent_act" NOT NULL,
	"wording" text NOT NULL,
	"source" text NOT NULL,
	"network_hash" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"campaign_id" bigint NOT NULL,
	"subscriber_id" bigint NOT NULL,
	"email" text NOT NULL,
	"domain" text NOT NULL,
	"state" "delivery_state" DEFAULT 'pending' NOT NULL,
	"lease" uuid,
	"lease_until" timestamp (3) with time zone,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"answer" text,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_campaign_id_subscriber_id_pk" PRIMARY KEY("campaign_id","subscriber_id")
);
--> statement-breakpoint
CREATE TABLE "lists" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "lists_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscribers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "subscribers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"email_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscribers_email_plain" CHECK ("subscribers"."email" !~ '[[:space:],<>]')
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"subscriber_id" bigint NOT NULL,
	"list_id" bigint NOT NULL,
	"state" "subscription_state" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "subscriptions_subscriber_id_list_id_pk" PRIMARY KEY("subscriber_id","list_id")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"email_hash" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"path" text PRIMARY KEY NOT NULL,
	"kind" "address_kind" NOT NULL,
	"section_id" bigint,
	"article_id" bigint,
	"target" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cache_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "cache_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"tags" text[] NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clock_offset" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seconds" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authors" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authors_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"user_id" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"parent_id" bigint,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tags_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_sections" (
	"user_id" bigint NOT NULL,
	"section_id" bigint NOT NULL,
	CONSTRAINT "user_sections_user_id_section_id_pk" PRIMARY KEY("user_id","section_id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor_id" bigint,
	"actor_name" text NOT NULL,
	"verb" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "credentials_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"kind" "credential_kind" NOT NULL,
	"secret" text NOT NULL,
	"label" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" "link_purpose" NOT NULL,
	"user_id" bigint,
	"email" text,
	"role" "role",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"method" text NOT NULL,
	"user_agent" text,
	"network_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_plain" CHECK ("users"."email" !~ '[[:space:],<>]')
);
--> statement-breakpoint
ALTER TABLE "article_sections" ADD CONSTRAINT "article_sections_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_sections" ADD CONSTRAINT "article_sections_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_tags" ADD CONSTRAINT "article_tags_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_tags" ADD CONSTRAINT "article_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_head_revision_id_revisions_id_fk" FOREIGN KEY ("head_revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_live_revision_id_revisions_id_fk" FOREIGN KEY ("live_revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_live_section_id_sections_id_fk" FOREIGN KEY ("live_section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bylines" ADD CONSTRAINT "bylines_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bylines" ADD CONSTRAINT "bylines_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_uses" ADD CONSTRAINT "media_uses_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_uses" ADD CONSTRAINT "media_uses_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_cancelled_by_users_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_lead_media_id_media_id_fk" FOREIGN KEY ("lead_media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slugs" ADD CONSTRAINT "slugs_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_commenter_id_commenters_id_fk" FOREIGN KEY ("commenter_id") REFERENCES "public"."commenters"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_list_id_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_list_id_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."lists"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_list_id_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authors" ADD CONSTRAINT "authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_parent_id_sections_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sections"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_sections" ADD CONSTRAINT "user_sections_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_sections" ADD CONSTRAINT "user_sections_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_sections_list" ON "article_sections" USING btree ("section_id","live_at" DESC NULLS FIRST,"article_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "article_tags_list" ON "article_tags" USING btree ("tag_id","live_at" DESC NULLS FIRST,"article_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "articles_head_title" ON "articles" USING gin ("head_title" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "articles_head_sections" ON "articles" USING gin ("head_section_ids");--> statement-breakpoint
CREATE INDEX "articles_maker" ON "articles" USING btree ("created_by","saved_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "articles_assignee" ON "articles" USING btree ("assignee_id") WHERE "articles"."assignee_id" is not null;--> statement-breakpoint
CREATE INDEX "articles_desk" ON "articles" USING btree ("stage","saved_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "articles"."live_revision_id" is null and "articles"."trashed_at" is null and "articles"."killed_at" is null;--> statement-breakpoint
CREATE INDEX "articles_put_away" ON "articles" USING btree ("saved_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "articles"."trashed_at" is not null or "articles"."killed_at" is not null or "articles"."withdrawn_at" is not null;--> statement-breakpoint
CREATE INDEX "articles_saved" ON "articles" USING btree ("saved_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "articles_live" ON "articles" USING btree ("first_live_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "articles"."live_revision_id" is not null;--> statement-breakpoint
CREATE INDEX "articles_live_section" ON "articles" USING btree ("live_section_id");--> statement-breakpoint
CREATE INDEX "bylines_list" ON "bylines" USING btree ("author_id","live_at" DESC NULLS FIRST,"article_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "corrections_article" ON "corrections" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "corrections_newest" ON "corrections" USING btree ("corrected_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "media_uses_article" ON "media_uses" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "publications_due" ON "publications" USING btree ("effective_at","id") WHERE "publications"."applied_at" is null and "publications"."cancelled_at" is null and "publications"."failure" is null;--> statement-breakpoint
CREATE INDEX "publications_article" ON "publications" USING btree ("article_id","effective_at");--> statement-breakpoint
CREATE INDEX "publications_troubled" ON "publications" USING btree ("effective_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "publications"."failure" is not null or "publications"."applied_at" - "publications"."effective_at" > interval '60 seconds';--> statement-breakpoint
CREATE INDEX "revisions_article" ON "revisions" USING btree ("article_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "slots_place" ON "slots" USING btree ("page","position");--> statement-breakpoint
CREATE INDEX "slugs_article" ON "slugs" USING btree ("article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "commenters_email_key" ON "commenters" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "comments_submission_key" ON "comments" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("article_id","thread_id","id") WHERE "comments"."state" = 'approved';--> statement-breakpoint
CREATE INDEX "comments_queue" ON "comments" USING btree ("state","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "comments_commenter" ON "comments" USING btree ("commenter_id");--> statement-breakpoint
CREATE INDEX "comments_network" ON "comments" USING btree ("network_hash","created_at");--> statement-breakpoint
CREATE INDEX "comments_recent" ON "comments" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "submissions_expiry" ON "submissions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "media_hash_key" ON "media" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "media_newest" ON "media" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "media_words" ON "media" USING gin (("filename" || ' ' || "alt" || ' ' || "caption" || ' ' || "credit") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "campaigns_due" ON "campaigns" USING btree ("due_at") WHERE "campaigns"."state" = 'scheduled';--> statement-breakpoint
CREATE INDEX "campaigns_unfinished" ON "campaigns" USING btree ("id") WHERE "campaigns"."state" in ('sending', 'cancelled') and "campaigns"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "campaigns_newest" ON "campaigns" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "confirmation_mails_address" ON "confirmation_mails" USING btree ("email_hash","at");--> statement-breakpoint
CREATE INDEX "consents_subscriber" ON "consents" USING btree ("subscriber_id","at");--> statement-breakpoint
CREATE INDEX "deliveries_work" ON "deliveries" USING btree ("campaign_id","state","next_try_at","subscriber_id");--> statement-breakpoint
CREATE INDEX "deliveries_lease" ON "deliveries" USING btree ("lease_until") WHERE "deliveries"."state" in ('claimed', 'submitting');--> statement-breakpoint
CREATE INDEX "deliveries_subscriber" ON "deliveries" USING btree ("subscriber_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lists_slug_key" ON "lists" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "subscribers_email_key" ON "subscribers" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "subscribers_email_hash_key" ON "subscribers" USING btree ("email_hash");--> statement-breakpoint
CREATE INDEX "subscribers_email_prefix" ON "subscribers" USING btree (lower("email") text_pattern_ops,"id");--> statement-breakpoint
CREATE INDEX "subscribers_domain_prefix" ON "subscribers" USING btree (split_part(lower("email"), '@', 2) text_pattern_ops,"id");--> statement-breakpoint
CREATE INDEX "subscriptions_audience" ON "subscriptions" USING btree ("list_id","state","subscriber_id");--> statement-breakpoint
CREATE INDEX "addresses_section" ON "addresses" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "addresses_article" ON "addresses" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "cache_events_at" ON "cache_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "cache_events_xid" ON "cache_events" USING btree ("xid");--> statement-breakpoint
CREATE UNIQUE INDEX "authors_slug_key" ON "authors" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "authors_user_key" ON "authors" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sections_slug_key" ON "sections" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "sections_parent" ON "sections" USING btree ("parent_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_slug_key" ON "tags" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name_key" ON "tags" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "attempts_key" ON "attempts" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "credentials_user" ON "credentials" USING btree ("user_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_one_password" ON "credentials" USING btree ("user_id") WHERE "credentials"."kind" = 'password';--> statement-breakpoint
CREATE INDEX "links_user" ON "links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));