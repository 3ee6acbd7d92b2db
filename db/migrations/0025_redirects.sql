ALTER TABLE "addresses" ADD COLUMN "by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "addresses_target" ON "addresses" USING btree ("target") WHERE "addresses"."kind" = 'redirect';--> statement-breakpoint
CREATE INDEX "addresses_words" ON "addresses" USING gin (("path" || ' ' || "target") gin_trgm_ops) WHERE "addresses"."kind" = 'redirect';