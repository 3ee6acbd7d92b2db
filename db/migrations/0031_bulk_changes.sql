CREATE TYPE "public"."bulk_state" AS ENUM('waiting', 'done', 'refused');--> statement-breakpoint
CREATE TABLE "bulk_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bulk_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"actor_id" bigint NOT NULL,
	"query" text NOT NULL,
	"act" jsonb,
	"undo_of" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"gathered_at" timestamp (3) with time zone,
	"total" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "bulk_stories" (
	"change_id" bigint NOT NULL,
	"article_id" bigint NOT NULL,
	"state" "bulk_state" DEFAULT 'waiting' NOT NULL,
	"acts" jsonb,
	"undo" jsonb,
	"sentence" text,
	CONSTRAINT "bulk_stories_change_id_article_id_pk" PRIMARY KEY("change_id","article_id")
);
--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_undo_of_bulk_changes_id_fk" FOREIGN KEY ("undo_of") REFERENCES "public"."bulk_changes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_stories" ADD CONSTRAINT "bulk_stories_change_id_bulk_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."bulk_changes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_stories" ADD CONSTRAINT "bulk_stories_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_changes_undo" ON "bulk_changes" USING btree ("undo_of") WHERE "bulk_changes"."undo_of" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_changes_running" ON "bulk_changes" USING btree ("actor_id") WHERE "bulk_changes"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "bulk_changes_actor" ON "bulk_changes" USING btree ("actor_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "bulk_stories_waiting" ON "bulk_stories" USING btree ("change_id","article_id") WHERE "bulk_stories"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "bulk_stories_refused" ON "bulk_stories" USING btree ("change_id","article_id") WHERE "bulk_stories"."state" = 'refused';--> statement-breakpoint
CREATE INDEX "bulk_stories_article" ON "bulk_stories" USING btree ("article_id");