-- What the list finds is in the working copy: where readers see another text or none, its words are kept here beside
-- `search_documents`. Marks as there: `@` author, `#` tag, `/` section.
ALTER TABLE desk_words SET (toast_tuple_target = 128);
--> statement-breakpoint
CREATE FUNCTION desk_words_of(ids bigint[]) RETURNS TABLE (article_id bigint, words tsvector) LANGUAGE sql STABLE AS
$$ SELECT a.id, array_to_tsvector(array(
     SELECT DISTINCT left(w, 60) FROM unnest(search_words(r.title) || search_words(r.standfirst) || search_words(r.plain_text)) w
     UNION SELECT '@' || m FROM unnest(r.author_ids) m
     UNION SELECT '#' || m FROM unnest(r.tag_ids) m
     UNION SELECT '/' || m FROM unnest(r.section_ids) m))
   FROM articles a JOIN revisions r ON r.id = a.head_revision_id
   WHERE a.id = ANY (ids) AND (a.live_revision_id IS DISTINCT FROM a.head_revision_id OR a.kind = 'page') $$;
--> statement-breakpoint
CREATE FUNCTION write_desk_words() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE turned bigint[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(n.id) INTO turned FROM new_rows n
    WHERE n.live_revision_id IS DISTINCT FROM n.head_revision_id OR n.kind = 'page';
  ELSE
    SELECT array_agg(n.id) INTO turned FROM new_rows n JOIN old_rows o ON o.id = n.id
    WHERE (n.head_revision_id, n.live_revision_id, n.kind) IS DISTINCT FROM (o.head_revision_id, o.live_revision_id, o.kind);
  END IF;
  IF turned IS NULL THEN RETURN NULL; END IF;
  DELETE FROM desk_words d USING articles a
  WHERE d.article_id = ANY (turned) AND a.id = d.article_id AND a.live_revision_id = a.head_revision_id AND a.kind <> 'page';
  INSERT INTO desk_words AS d (article_id, words) SELECT * FROM desk_words_of(turned)
  ON CONFLICT (article_id) DO UPDATE SET words = excluded.words;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER articles_desk_insert AFTER INSERT ON articles REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION write_desk_words();
--> statement-breakpoint
CREATE TRIGGER articles_desk_update AFTER UPDATE ON articles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION write_desk_words();
--> statement-breakpoint
-- Typed words as a question to the index: every word, as far as it was typed. One or two letters stand for themselves:
-- every word that begins with them is half the dictionary.
CREATE FUNCTION desk_query(typed text, marks text[]) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT string_agg(term, ' & ')::tsquery FROM (
     SELECT DISTINCT '''' || left(w, 60) || '''' || CASE WHEN octet_length(w) > 2 THEN ':*' ELSE '' END FROM unnest((search_words(typed))[:12]) w
     UNION ALL SELECT '''' || m || '''' FROM unnest(marks) m) terms(term) $$;
--> statement-breakpoint
-- The articles whose working copy holds all of it. As with `search_newest`, the planner is kept from reading every text.
CREATE FUNCTION desk_finds(wanted tsquery) RETURNS SETOF bigint LANGUAGE plpgsql STABLE ROWS 1000
SET enable_seqscan = off SET enable_indexscan = off AS
$$ BEGIN
  RETURN QUERY SELECT d.article_id FROM desk_words d WHERE d.words @@ wanted;
  RETURN QUERY SELECT d.article_id FROM search_documents d WHERE d.words @@ wanted
    AND d.article_id NOT IN (SELECT w.article_id FROM desk_words w);
END $$;
--> statement-breakpoint
-- The same asked of one article.
CREATE FUNCTION desk_holds(id bigint, wanted tsquery) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce((SELECT d.words @@ wanted FROM desk_words d WHERE d.article_id = id),
     (SELECT d.words @@ wanted FROM search_documents d WHERE d.article_id = id), false) $$;
--> statement-breakpoint
INSERT INTO desk_words SELECT * FROM desk_words_of(ARRAY(SELECT id FROM articles));
