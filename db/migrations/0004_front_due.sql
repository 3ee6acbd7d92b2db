-- A bar that is raised, changed or lowered wakes every process's timer.
CREATE TRIGGER breaking_bars_due_notify AFTER INSERT OR UPDATE ON breaking_bars FOR EACH STATEMENT EXECUTE FUNCTION notify_due();
