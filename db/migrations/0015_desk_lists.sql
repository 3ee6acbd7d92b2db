CREATE TABLE "desk_words" (
	"article_id" bigint PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_lists" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "saved_lists_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "desk_words" ADD CONSTRAINT "desk_words_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_lists" ADD CONSTRAINT "saved_lists_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_words_find" ON "desk_words" USING gin ("words");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_lists_name" ON "saved_lists" USING btree ("owner_id",lower("name")) WHERE "saved_lists"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "saved_lists_shared" ON "saved_lists" USING btree ("id") WHERE "saved_lists"."shared" and "saved_lists"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "articles_titles" ON "articles" USING btree (left(lower("head_title"), 80),"id");--> statement-breakpoint
CREATE INDEX "articles_due" ON "articles" USING btree ("due_at","id") WHERE "articles"."due_at" is not null;