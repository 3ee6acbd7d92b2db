DROP INDEX "media_deleted";--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "purged_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "articles_trash" ON "articles" USING btree ("trashed_at","id") WHERE trashed_at is not null and first_live_at is null and killed_at is null;--> statement-breakpoint
CREATE INDEX "media_trash" ON "media" USING btree ("deleted_at","id") WHERE "media"."deleted_at" is not null and "media"."purged_at" is null;