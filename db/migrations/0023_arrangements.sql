CREATE TABLE "arrangements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "arrangements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"page" text NOT NULL,
	"section_id" bigint,
	"name" text DEFAULT '' NOT NULL,
	"places" jsonb NOT NULL,
	"seen" jsonb NOT NULL,
	"effective_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_by" bigint,
	"applied_at" timestamp (3) with time zone,
	"applied_by" bigint,
	"replaced" jsonb,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_by" bigint,
	"failure" text
);
--> statement-breakpoint
ALTER TABLE "arrangements" ADD CONSTRAINT "arrangements_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangements" ADD CONSTRAINT "arrangements_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangements" ADD CONSTRAINT "arrangements_applied_by_users_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangements" ADD CONSTRAINT "arrangements_cancelled_by_users_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "arrangements_second" ON "arrangements" USING btree ("page","effective_at") WHERE "arrangements"."applied_at" is null and "arrangements"."cancelled_at" is null and "arrangements"."failure" is null;--> statement-breakpoint
CREATE INDEX "arrangements_due" ON "arrangements" USING btree ("effective_at") WHERE "arrangements"."applied_at" is null and "arrangements"."cancelled_at" is null and "arrangements"."failure" is null;--> statement-breakpoint
CREATE INDEX "arrangements_history" ON "arrangements" USING btree ("page","applied_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "arrangements"."applied_at" is not null;--> statement-breakpoint
CREATE INDEX "arrangements_applied" ON "arrangements" USING btree ("applied_at" DESC NULLS FIRST) WHERE "arrangements"."applied_at" is not null;--> statement-breakpoint
CREATE INDEX "arrangements_failed" ON "arrangements" USING btree ("effective_at") WHERE "arrangements"."failure" is not null;