-- The instant everything due is compared with. Only test databases have a row in clock_offset.
CREATE FUNCTION clock() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT now() + coalesce((SELECT seconds FROM clock_offset LIMIT 1), 0) * interval '1 second' $$;
--> statement-breakpoint
CREATE FUNCTION notify_cache_event() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('cache_events', NEW.id::text); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER cache_events_notify AFTER INSERT ON cache_events FOR EACH ROW EXECUTE FUNCTION notify_cache_event();
--> statement-breakpoint
-- A new or cancelled due row wakes every process's timer, wherever it sleeps.
CREATE FUNCTION notify_due() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('due', ''); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER publications_due_notify AFTER INSERT OR UPDATE ON publications FOR EACH STATEMENT EXECUTE FUNCTION notify_due();
--> statement-breakpoint
CREATE TRIGGER campaigns_due_notify AFTER INSERT OR UPDATE OF state, due_at ON campaigns FOR EACH STATEMENT EXECUTE FUNCTION notify_due();
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_never_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The ledger is never re-dated, and settled once.
CREATE FUNCTION guard_publication() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'publications are never deleted' USING ERRCODE = 'restrict_violation'; END IF;
  IF (NEW.article_id, NEW.kind, NEW.effective_at) IS DISTINCT FROM (OLD.article_id, OLD.kind, OLD.effective_at)
    OR NEW.revision_id IS DISTINCT FROM OLD.revision_id
    OR (OLD.applied_at IS NOT NULL AND NEW.applied_at IS DISTINCT FROM OLD.applied_at)
    OR (OLD.cancelled_at IS NOT NULL AND NEW.cancelled_at IS DISTINCT FROM OLD.cancelled_at)
  THEN RAISE EXCEPTION 'publications are settled once and never re-dated' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER publications_guard BEFORE UPDATE OR DELETE ON publications FOR EACH ROW EXECUTE FUNCTION guard_publication();
--> statement-breakpoint
-- Whatever goes wrong in the sender: what a reader has got, nobody can put back into the queue.
CREATE FUNCTION guard_delivery() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a sent delivery stays sent' USING ERRCODE = 'restrict_violation'; END $$;
--> statement-breakpoint
CREATE TRIGGER deliveries_settled BEFORE UPDATE OF state ON deliveries FOR EACH ROW
  WHEN (OLD.state = 'sent' AND NEW.state <> 'sent') EXECUTE FUNCTION guard_delivery();
--> statement-breakpoint
-- A paper has one list from the start, so that the sign-up box works before anybody has seen the desk.
INSERT INTO lists (name, slug, description) VALUES ('The newsletter', 'newsletter', 'Our best reporting, by mail.');
--> statement-breakpoint
-- What was written stays written: a revision may only be named as a milestone or rendered anew.
CREATE TRIGGER revisions_append_only
  BEFORE UPDATE OF id, article_id, base_revision_id, title, standfirst, slug, lang, body, body_version, lead_media_id,
    lead_alt, lead_caption, lead_credit, section_ids, tag_ids, author_ids, created_at
  ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The desk's lists search and filter by the working copy; these two columns save them 100,000 look-ups in revisions.
CREATE FUNCTION copy_head() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  SELECT title, section_ids INTO NEW.head_title, NEW.head_section_ids FROM revisions WHERE id = NEW.head_revision_id;
  NEW.head_title := coalesce(NEW.head_title, '');
  NEW.head_section_ids := coalesce(NEW.head_section_ids, '{}');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER articles_copy_head BEFORE INSERT OR UPDATE OF head_revision_id ON articles FOR EACH ROW EXECUTE FUNCTION copy_head();
