-- Whoever watches the desk (the event stream) looks again when something there has changed; being seen again is no change.
CREATE FUNCTION notify_desk() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('desk', ''); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER presence_came_or_went AFTER INSERT OR DELETE ON presence FOR EACH STATEMENT EXECUTE FUNCTION notify_desk();
--> statement-breakpoint
CREATE TRIGGER presence_writes AFTER UPDATE ON presence FOR EACH ROW
  WHEN (OLD.writes_since IS DISTINCT FROM NEW.writes_since) EXECUTE FUNCTION notify_desk();
--> statement-breakpoint
CREATE TRIGGER articles_desk AFTER UPDATE OF head_revision_id, stage, assignee_id, due_at, trashed_at, live_revision_id ON articles
  FOR EACH STATEMENT EXECUTE FUNCTION notify_desk();
--> statement-breakpoint
CREATE TRIGGER notes_desk AFTER INSERT OR UPDATE ON notes FOR EACH STATEMENT EXECUTE FUNCTION notify_desk();
--> statement-breakpoint
CREATE TRIGGER notices_desk AFTER INSERT OR UPDATE ON notices FOR EACH STATEMENT EXECUTE FUNCTION notify_desk();
