CREATE TABLE "due_incidents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "due_incidents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"began_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"mailed_user_ids" bigint[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "due_incidents_standing" ON "due_incidents" USING btree (("ended_at" is null)) WHERE "due_incidents"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "articles_embargo" ON "articles" USING btree ("embargo_at") WHERE "articles"."embargo_at" is not null;--> statement-breakpoint
CREATE INDEX "publications_applied" ON "publications" USING btree ("effective_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "publications"."applied_at" is not null;