CREATE TABLE "related_pins" (
	"article_id" bigint NOT NULL,
	"pinned_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "related_pins_article_id_pinned_id_pk" PRIMARY KEY("article_id","pinned_id"),
	CONSTRAINT "related_pins_other" CHECK ("related_pins"."article_id" <> "related_pins"."pinned_id")
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"article_id" bigint PRIMARY KEY NOT NULL,
	"live_at" timestamp (3) with time zone NOT NULL,
	"words" "tsvector" NOT NULL,
	"pairs" smallint[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_uncounted" (
	"article_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_vocabulary" (
	"word" text PRIMARY KEY NOT NULL,
	"documents" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "related_pins" ADD CONSTRAINT "related_pins_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_pins" ADD CONSTRAINT "related_pins_pinned_id_articles_id_fk" FOREIGN KEY ("pinned_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_uncounted" ADD CONSTRAINT "search_uncounted_article_id_search_documents_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."search_documents"("article_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "related_pins_pinned" ON "related_pins" USING btree ("pinned_id");--> statement-breakpoint
CREATE INDEX "search_documents_find" ON "search_documents" USING gin ("words","pairs");--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("live_at" DESC NULLS FIRST,"article_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "search_vocabulary_alike" ON "search_vocabulary" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_vocabulary_begin" ON "search_vocabulary" USING btree ("word" text_pattern_ops);