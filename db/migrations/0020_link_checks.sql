CREATE TABLE "link_checks" (
	"href" text PRIMARY KEY NOT NULL,
	"trouble" text,
	"checked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "link_checks_checked" ON "link_checks" USING btree ("checked_at");