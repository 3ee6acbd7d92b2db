-- A page's arrangement that is planned, moved or taken back wakes every process's timer.
CREATE TRIGGER arrangements_due_notify AFTER INSERT OR UPDATE ON arrangements FOR EACH STATEMENT EXECUTE FUNCTION notify_due();
--> statement-breakpoint
-- The history of a page is what it was: a settled row is never changed, save for the names of people who are gone.
CREATE FUNCTION guard_arrangement() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF (NEW.page, NEW.name, NEW.places, NEW.effective_at, NEW.created_at) IS DISTINCT FROM (OLD.page, OLD.name, OLD.places, OLD.effective_at, OLD.created_at)
    OR (NEW.applied_at, NEW.replaced, NEW.cancelled_at) IS DISTINCT FROM (OLD.applied_at, OLD.replaced, OLD.cancelled_at)
  THEN RAISE EXCEPTION 'an arrangement is settled once' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER arrangements_guard BEFORE UPDATE ON arrangements FOR EACH ROW
  WHEN (OLD.applied_at IS NOT NULL OR OLD.cancelled_at IS NOT NULL) EXECUTE FUNCTION guard_arrangement();
