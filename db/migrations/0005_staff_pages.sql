DROP INDEX "articles_live_pages";--> statement-breakpoint
CREATE INDEX "articles_pages" ON "articles" USING btree ("saved_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "articles"."kind" = 'page';