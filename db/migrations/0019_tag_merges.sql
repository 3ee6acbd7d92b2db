CREATE TABLE "tag_merges" (
	"from_id" bigint PRIMARY KEY NOT NULL,
	"tag_id" bigint NOT NULL,
	"merged_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tag_merges" ADD CONSTRAINT "tag_merges_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tag_merges_tag" ON "tag_merges" USING btree ("tag_id");
--> statement-breakpoint
-- The tags that these stand for today: one that became another is that other, each once, in the order given.
CREATE FUNCTION standing_tags(ids bigint[]) RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(array_agg(s.id ORDER BY s.place), '{}') FROM (
     SELECT coalesce(m.tag_id, i.id) AS id, min(i.place) AS place
     FROM unnest(ids) WITH ORDINALITY i(id, place) LEFT JOIN tag_merges m ON m.from_id = i.id GROUP BY 1) s $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_documents_of(ids bigint[]) RETURNS TABLE (article_id bigint, live_at timestamptz, words tsvector, pairs smallint[]) LANGUAGE sql STABLE AS
$$ SELECT a.id, a.first_live_at,
     search_vector(w.title, 'A', 0) || search_vector(w.standfirst, 'B', 9) || search_vector(w.body, 'D', 9)
       || search_marks('^', w.title || w.standfirst, '') || search_marks('@', r.author_ids::text[], ':1B')
       || search_marks('#', standing_tags(r.tag_ids)::text[], ':1B') || search_marks('/', r.section_ids::text[], '')
       || search_marks('~', ARRAY[to_char(a.first_live_at AT TIME ZONE 'UTC', 'YYYYMM')], ''),
     search_pairs(w.title) || search_pairs(w.standfirst) || search_pairs(w.body)
   FROM articles a JOIN revisions r ON r.id = a.live_revision_id
   CROSS JOIN LATERAL (
     SELECT search_words(r.title) AS title, search_words(r.standfirst) AS standfirst, search_words(r.plain_text) AS body OFFSET 0) w
   WHERE a.id = ANY (ids) AND a.kind <> 'page' $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION desk_words_of(ids bigint[]) RETURNS TABLE (article_id bigint, words tsvector) LANGUAGE sql STABLE AS
$$ SELECT a.id, array_to_tsvector(array(
     SELECT DISTINCT left(w, 60) FROM unnest(search_words(r.title) || search_words(r.standfirst) || search_words(r.plain_text)) w
     UNION SELECT '@' || m FROM unnest(r.author_ids) m
     UNION SELECT '#' || m FROM unnest(standing_tags(r.tag_ids)) m
     UNION SELECT '/' || m FROM unnest(r.section_ids) m))
   FROM articles a JOIN revisions r ON r.id = a.head_revision_id
   WHERE a.id = ANY (ids) AND (a.live_revision_id IS DISTINCT FROM a.head_revision_id OR a.kind = 'page') $$;
