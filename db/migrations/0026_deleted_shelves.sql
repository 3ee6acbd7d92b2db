CREATE TYPE "public"."shelf_kind" AS ENUM('section', 'tag', 'series', 'author');--> statement-breakpoint
CREATE TABLE "deleted_shelves" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deleted_shelves_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "shelf_kind" NOT NULL,
	"shelf_id" bigint NOT NULL,
	"name" text NOT NULL,
	"kept" jsonb NOT NULL,
	"deleted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "deleted_shelves_shelf" ON "deleted_shelves" USING btree ("kind","shelf_id");--> statement-breakpoint
CREATE INDEX "media_deleted" ON "media" USING btree ("deleted_at","id") WHERE "media"."deleted_at" is not null;