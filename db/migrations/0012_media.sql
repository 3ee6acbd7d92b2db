CREATE TYPE "public"."licence_kind" AS ENUM('unknown', 'own', 'agency', 'single_use', 'handout', 'creative_commons', 'public_domain');--> statement-breakpoint
CREATE TABLE "media_likenesses" (
	"a" bigint NOT NULL,
	"b" bigint NOT NULL,
	"distance" smallint NOT NULL,
	"dismissed_at" timestamp (3) with time zone,
	CONSTRAINT "media_likenesses_b_a_pk" PRIMARY KEY("b","a"),
	CONSTRAINT "media_likenesses_order" CHECK ("media_likenesses"."a" < "media_likenesses"."b")
);
--> statement-breakpoint
CREATE TABLE "media_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "media_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"media_id" bigint NOT NULL,
	"hash" text NOT NULL,
	"mime_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"width" integer,
	"height" integer,
	"seconds" real,
	"filename" text NOT NULL,
	"look" bit(128),
	"replaced_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"replaced_by" bigint
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" bigint,
	"filename" text NOT NULL,
	"size" bigint NOT NULL,
	"modified_at_ms" bigint NOT NULL,
	"replaces_id" bigint,
	"media_id" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"touched_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "seconds" real;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "licence_kind" "licence_kind" DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "look" bit(128);--> statement-breakpoint
ALTER TABLE "media_likenesses" ADD CONSTRAINT "media_likenesses_a_media_id_fk" FOREIGN KEY ("a") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_likenesses" ADD CONSTRAINT "media_likenesses_b_media_id_fk" FOREIGN KEY ("b") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_versions" ADD CONSTRAINT "media_versions_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_versions" ADD CONSTRAINT "media_versions_replaced_by_users_id_fk" FOREIGN KEY ("replaced_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_replaces_id_media_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "media_likenesses_a" ON "media_likenesses" USING btree ("a");--> statement-breakpoint
CREATE INDEX "media_versions_media" ON "media_versions" USING btree ("media_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "media_versions_hash" ON "media_versions" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "uploads_user" ON "uploads" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "uploads_touched" ON "uploads" USING btree ("touched_at");--> statement-breakpoint
CREATE INDEX "media_expiring" ON "media" USING btree ("licence_expires_at","id") WHERE "media"."licence_expires_at" is not null and "media"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "media_looks" ON "media" USING btree ("id","look") WHERE "media"."look" is not null and "media"."deleted_at" is null;