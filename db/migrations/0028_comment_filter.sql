CREATE TYPE "public"."comment_lesson" AS ENUM('good', 'spam');--> statement-breakpoint
CREATE TYPE "public"."word_list_kind" AS ENUM('blocked', 'suspect');--> statement-breakpoint
CREATE TABLE "filter_signs" (
	"sign" text PRIMARY KEY NOT NULL,
	"good" integer DEFAULT 0 NOT NULL,
	"spam" integer DEFAULT 0 NOT NULL,
	"met_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "word_lists" (
	"kind" "word_list_kind" PRIMARY KEY NOT NULL,
	"lines" text[] NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "comments_commenter";--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "lesson" "comment_lesson";--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "learned" "comment_lesson";--> statement-breakpoint
CREATE INDEX "filter_signs_rare" ON "filter_signs" USING btree ("met_at") WHERE "filter_signs"."good" + "filter_signs"."spam" <= 1;--> statement-breakpoint
CREATE INDEX "comments_same_text" ON "comments" USING btree (md5("body"),"created_at");--> statement-breakpoint
CREATE INDEX "comments_to_learn" ON "comments" USING btree ("id") WHERE "comments"."lesson" is distinct from "comments"."learned";--> statement-breakpoint
CREATE INDEX "comments_commenter" ON "comments" USING btree ("commenter_id","created_at");