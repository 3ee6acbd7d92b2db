CREATE TABLE "network_keys" (
	"day" date PRIMARY KEY NOT NULL,
	"secret" text NOT NULL
);
--> statement-breakpoint
-- Names made before had no end: what was kept under them is let go.
UPDATE "comments" SET "network_hash" = NULL WHERE "network_hash" IS NOT NULL;--> statement-breakpoint
UPDATE "submissions" SET "network_hash" = NULL WHERE "network_hash" IS NOT NULL;--> statement-breakpoint
UPDATE "sessions" SET "network_hash" = NULL WHERE "network_hash" IS NOT NULL;--> statement-breakpoint
UPDATE "consents" SET "network_hash" = NULL WHERE "network_hash" IS NOT NULL;
