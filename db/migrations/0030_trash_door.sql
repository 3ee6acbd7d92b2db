-- The one door by which a story leaves for good: thrown away, and never before readers. `broadsheet.purging` names it while
-- the door stands open, for the guards below; decision 079 says why.
CREATE FUNCTION purge_article(target bigint) RETURNS void LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM FROM articles WHERE id = target AND trashed_at IS NOT NULL AND first_live_at IS NULL AND killed_at IS NULL
    AND NOT EXISTS (SELECT FROM publications p WHERE p.article_id = target AND p.applied_at IS NOT NULL) FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'only what readers never had leaves the trash for good' USING ERRCODE = 'restrict_violation'; END IF;
  PERFORM set_config('broadsheet.purging', target::text, true);
  DELETE FROM articles WHERE id = target;
  PERFORM set_config('broadsheet.purging', '', true);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION guard_publication() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.applied_at IS NULL AND OLD.article_id::text = current_setting('broadsheet.purging', true) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'publications are never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.article_id, NEW.kind, NEW.effective_at) IS DISTINCT FROM (OLD.article_id, OLD.kind, OLD.effective_at)
    OR NEW.revision_id IS DISTINCT FROM OLD.revision_id
    OR (OLD.applied_at IS NOT NULL AND NEW.applied_at IS DISTINCT FROM OLD.applied_at)
    OR (OLD.cancelled_at IS NOT NULL AND NEW.cancelled_at IS DISTINCT FROM OLD.cancelled_at)
  THEN RAISE EXCEPTION 'publications are settled once and never re-dated' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A version was never changed, but until now it could be deleted.
CREATE FUNCTION guard_revision() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF OLD.article_id::text = current_setting('broadsheet.purging', true) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'revisions are never deleted' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER revisions_never_deleted BEFORE DELETE ON revisions FOR EACH ROW EXECUTE FUNCTION guard_revision();
