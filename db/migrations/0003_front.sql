CREATE TABLE "breaking_bars" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "breaking_bars_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"label" text DEFAULT '' NOT NULL,
	"text" text NOT NULL,
	"article_id" bigint,
	"href" text,
	"raised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"raised_by" bigint,
	"lower_at" timestamp (3) with time zone,
	"lowered_at" timestamp (3) with time zone,
	"lowered_by" bigint
);
--> statement-breakpoint
DROP INDEX "corrections_newest";--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "amended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "breaking_bars" ADD CONSTRAINT "breaking_bars_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaking_bars" ADD CONSTRAINT "breaking_bars_raised_by_users_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaking_bars" ADD CONSTRAINT "breaking_bars_lowered_by_users_id_fk" FOREIGN KEY ("lowered_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "breaking_bars_standing" ON "breaking_bars" USING btree (("lowered_at" is null)) WHERE "breaking_bars"."lowered_at" is null;--> statement-breakpoint
CREATE INDEX "breaking_bars_due" ON "breaking_bars" USING btree ("lower_at") WHERE "breaking_bars"."lowered_at" is null;--> statement-breakpoint
CREATE INDEX "articles_live_pages" ON "articles" USING btree ("id") WHERE "articles"."kind" = 'page' and "articles"."live_revision_id" is not null;--> statement-breakpoint
CREATE INDEX "corrections_newest" ON "corrections" USING btree ("corrected_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "corrections"."removed_at" is null;