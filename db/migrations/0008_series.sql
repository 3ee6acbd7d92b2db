CREATE TABLE "series" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "series_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"story_ids" bigint[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "live_series_id" bigint;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "series_id" bigint;--> statement-breakpoint
CREATE UNIQUE INDEX "series_slug_key" ON "series" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "series_name_key" ON "series" USING btree (lower("name"));--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_live_series_id_series_id_fk" FOREIGN KEY ("live_series_id") REFERENCES "public"."series"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "articles_live_series" ON "articles" USING btree ("live_series_id") WHERE "articles"."live_series_id" is not null;