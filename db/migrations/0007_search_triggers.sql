-- The large columns lie outside the row, so that looking at 10,000 finds reads 100 pages and not 4,000.
ALTER TABLE search_documents SET (toast_tuple_target = 128);
--> statement-breakpoint
-- Counting again and again is in place, without new index entries.
ALTER TABLE search_vocabulary SET (fillfactor = 70);
--> statement-breakpoint
-- What counts as a word when two texts are compared, in any script and under any locale: small letters without accents,
-- apostrophes and the separators of numbers taken out, punctuation and signs as spaces. Scripts that write no spaces
-- come as pairs of neighbouring characters with the first and last alone ("東京都" as 東 東京 京都 都).
-- features/search/words.ts does the same to what a reader types; a test holds the two together.
CREATE FUNCTION search_words(given text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS
$$ DECLARE t text := left(given, 80000);
BEGIN
  IF t ~ '[^\x01-\x7f]' THEN
    t := normalize(regexp_replace(normalize(t, NFKD), '[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]+', '', 'g'), NFC);
    t := translate(replace(replace(replace(replace(lower(t), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'øłđðıςىة’ʼ', 'olddiσيه''''');
    t := regexp_replace(t, '[\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02c2-\u02df\u037e\u0387\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u060d\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0e2f\u0e4f\u0e5a\u0e5b\u2000-\u206f\u20a0-\u20cf\u2100-\u214f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3007-\u3020\u3030\u303d\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufff0-\uffff\U0001f000-\U0001faff]+', ' ', 'g');
    IF t ~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]' THEN
      t := regexp_replace(t, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+)', ' \1 ', 'g');
      t := regexp_replace(t, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])', '\1 \1', 'g');
    END IF;
  ELSE
    t := lower(t);
  END IF;
  IF strpos(t, '''') > 0 THEN
    t := regexp_replace(t, '''(s|t|d|m|ll|re|ve)(?![a-z0-9])', '', 'g');
    t := regexp_replace(t, '(^|[^a-z0-9])o''', '\1o', 'g');
    t := regexp_replace(t, '(^|[^a-z0-9])(l|d|j|m|n|s|t|c|qu)''', '\1', 'g');
  END IF;
  IF t ~ '[0-9][.,][0-9]' THEN t := regexp_replace(t, '([0-9])[.,](?=[0-9])', '\1', 'g'); END IF;
  t := btrim(regexp_replace(t, '[\x01-\x2f\x3a-\x60\x7b-\x7f]+', ' ', 'g'), ' ');
  RETURN CASE WHEN t = '' THEN '{}' ELSE string_to_array(t, ' ') END;
END $$;
--> statement-breakpoint
-- Words with their places, `gap` places after whatever stands before, so that no phrase runs from headline into text.
CREATE FUNCTION search_vector(given text[], weight text, gap int) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce(string_agg(left(w, 60) || ':' || least(gap + n, 16383) || weight, ' '), '')::tsvector FROM unnest(given) WITH ORDINALITY u(w, n) $$;
--> statement-breakpoint
CREATE FUNCTION search_marks(mark text, given text[], weight text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce(string_agg(mark || left(m, 60) || weight, ' '), '')::tsvector FROM unnest(given) u(m) $$;
--> statement-breakpoint
-- Each pair of neighbours as one of 16,384 numbers: a false find costs one look at the text, a larger range ten times the index.
CREATE FUNCTION search_pairs(given text[]) RETURNS smallint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce(array_agg(DISTINCT (hashtext(left(a, 60) || ' ' || left(b, 60)) & 16383)::smallint), '{}') FROM unnest(given[:cardinality(given) - 1], given[2:]) u(a, b) $$;
--> statement-breakpoint
-- What search keeps of the live stories among these articles.
CREATE FUNCTION search_documents_of(ids bigint[]) RETURNS TABLE (article_id bigint, live_at timestamptz, words tsvector, pairs smallint[]) LANGUAGE sql STABLE AS
$$ SELECT a.id, a.first_live_at,
     search_vector(w.title, 'A', 0) || search_vector(w.standfirst, 'B', 9) || search_vector(w.body, 'D', 9)
       || search_marks('^', w.title || w.standfirst, '') || search_marks('@', r.author_ids::text[], ':1B')
       || search_marks('#', r.tag_ids::text[], ':1B') || search_marks('/', r.section_ids::text[], '')
       || search_marks('~', ARRAY[to_char(a.first_live_at AT TIME ZONE 'UTC', 'YYYYMM')], ''),
     search_pairs(w.title) || search_pairs(w.standfirst) || search_pairs(w.body)
   FROM articles a JOIN revisions r ON r.id = a.live_revision_id
   CROSS JOIN LATERAL (
     SELECT search_words(r.title) AS title, search_words(r.standfirst) AS standfirst, search_words(r.plain_text) AS body OFFSET 0) w
   WHERE a.id = ANY (ids) AND a.kind <> 'page' $$;
--> statement-breakpoint
-- Takes the words of up to 20 waiting stories into the vocabulary, unless somebody else is at it: nobody waits here, and
-- what is left is taken up by whoever publishes next.
CREATE FUNCTION count_search_words() RETURNS void LANGUAGE plpgsql AS
$$ DECLARE ids bigint[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('search_vocabulary')) THEN RETURN; END IF;
  WITH due AS (SELECT u.article_id FROM search_uncounted u ORDER BY u.article_id LIMIT 20 FOR UPDATE SKIP LOCKED),
    done AS (DELETE FROM search_uncounted u USING due WHERE u.article_id = due.article_id RETURNING u.article_id)
  SELECT array_agg(done.article_id) INTO ids FROM done;
  INSERT INTO search_vocabulary AS v (word, documents)
  SELECT f.lexeme, count(*) FROM search_documents d CROSS JOIN LATERAL unnest(d.words) f
  WHERE d.article_id = ANY (ids) AND f.lexeme ~ '^[^\x01-\x60~]' AND length(f.lexeme) BETWEEN 2 AND 40 GROUP BY f.lexeme
  UNION ALL SELECT '', cardinality(ids) WHERE ids IS NOT NULL
  ORDER BY 1
  ON CONFLICT (word) DO UPDATE SET documents = v.documents + excluded.documents;
END $$;
--> statement-breakpoint
-- Follows the ledger in its own transaction: a story is found from the instant it is live, and no longer once it is taken back.
CREATE FUNCTION write_search_documents() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE turned bigint[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(n.id) INTO turned FROM new_rows n WHERE n.live_revision_id IS NOT NULL;
  ELSE
    SELECT array_agg(n.id) INTO turned FROM new_rows n JOIN old_rows o ON o.id = n.id
    WHERE (n.live_revision_id, n.first_live_at, n.kind) IS DISTINCT FROM (o.live_revision_id, o.first_live_at, o.kind);
  END IF;
  IF turned IS NULL THEN RETURN NULL; END IF;
  DELETE FROM search_documents d USING articles a
  WHERE d.article_id = ANY (turned) AND a.id = d.article_id AND (a.live_revision_id IS NULL OR a.kind = 'page');
  INSERT INTO search_documents AS d (article_id, live_at, words, pairs) SELECT * FROM search_documents_of(turned)
  ON CONFLICT (article_id) DO UPDATE SET live_at = excluded.live_at, words = excluded.words, pairs = excluded.pairs;
  INSERT INTO search_uncounted SELECT d.article_id FROM search_documents d WHERE d.article_id = ANY (turned) ON CONFLICT DO NOTHING;
  PERFORM count_search_words();
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER articles_search_insert AFTER INSERT ON articles REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION write_search_documents();
--> statement-breakpoint
CREATE TRIGGER articles_search_update AFTER UPDATE ON articles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION write_search_documents();
--> statement-breakpoint
-- The newest finds before a place (`until`, `beyond`), newest first: looks through the latest two months, then the ten
-- before, then the rest, and stops when it has enough. A common word is answered out of the first window, a rare one by
-- its few entries; in between, no more is looked at than about ten times `enough`. The planner does not know what taking
-- a tsvector out of its toast costs and would rather read the whole table: it is told to stay with the GIN index.
CREATE FUNCTION search_newest(wanted tsquery, neighbours smallint[], since timestamptz, until timestamptz, beyond bigint, enough int)
RETURNS TABLE (article_id bigint, live_at timestamptz) LANGUAGE plpgsql STABLE ROWS 200
SET enable_seqscan = off SET enable_indexscan = off AS
$$ DECLARE
  left_over int := enough;
  upper_at timestamptz := until;
  upper_id bigint := beyond;
  lower_at timestamptz;
  months int;
  there int;
  windowed tsquery;
BEGIN
  FOREACH months IN ARRAY ARRAY[2, 12, 0] LOOP
    lower_at := since;
    windowed := wanted;
    IF months > 0 THEN
      lower_at := greatest(since, (date_trunc('month', until AT TIME ZONE 'UTC') - (months - 1) * interval '1 month') AT TIME ZONE 'UTC');
      windowed := wanted && (
        SELECT string_agg('''~' || to_char(m, 'YYYYMM') || '''', '|')::tsquery
        FROM generate_series(date_trunc('month', lower_at AT TIME ZONE 'UTC'), upper_at AT TIME ZONE 'UTC', interval '1 month') m);
    END IF;
    IF neighbours = '{}' THEN
      RETURN QUERY SELECT d.article_id, d.live_at FROM search_documents d
      WHERE d.words @@ windowed
        AND d.live_at + interval '0' >= lower_at AND (d.live_at + interval '0', d.article_id) < (upper_at, upper_id)
      ORDER BY d.live_at + interval '0' DESC, d.article_id DESC LIMIT left_over;
    ELSE
      RETURN QUERY SELECT d.article_id, d.live_at FROM search_documents d
      WHERE d.words @@ windowed AND d.pairs @> neighbours
        AND d.live_at + interval '0' >= lower_at AND (d.live_at + interval '0', d.article_id) < (upper_at, upper_id)
      ORDER BY d.live_at + interval '0' DESC, d.article_id DESC LIMIT left_over;
    END IF;
    GET DIAGNOSTICS there = ROW_COUNT;
    left_over := left_over - there;
    EXIT WHEN left_over <= 0 OR lower_at <= since;
    upper_at := lower_at;
    upper_id := 0;
  END LOOP;
END $$;
--> statement-breakpoint
-- Names are looked up by their words when somebody searches, so that a rename needs no story to be written anew.
CREATE INDEX authors_words ON authors USING gin (search_words(name));
--> statement-breakpoint
CREATE INDEX tags_words ON tags USING gin (search_words(name));
--> statement-breakpoint
INSERT INTO search_documents SELECT * FROM search_documents_of(ARRAY(SELECT id FROM articles WHERE live_revision_id IS NOT NULL));
--> statement-breakpoint
INSERT INTO search_vocabulary (word, documents)
SELECT f.lexeme, count(*) FROM search_documents d CROSS JOIN LATERAL unnest(d.words) f
WHERE f.lexeme ~ '^[^\x01-\x60~]' AND length(f.lexeme) BETWEEN 2 AND 40 GROUP BY f.lexeme
UNION ALL SELECT '', count(*) FROM search_documents HAVING count(*) > 0;
