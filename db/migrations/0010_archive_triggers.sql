-- Follows `search_documents`, which holds exactly the stories that readers can read, in the ledger's own transaction.
CREATE FUNCTION count_live_months() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO live_months (month, stories)
    SELECT date_trunc('month', n.live_at AT TIME ZONE 'UTC'), count(*) FROM new_rows n GROUP BY 1;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO live_months (month, stories)
    SELECT date_trunc('month', o.live_at AT TIME ZONE 'UTC'), -count(*) FROM old_rows o GROUP BY 1;
  ELSE
    INSERT INTO live_months (month, stories)
    SELECT x.month, sum(x.change) FROM (
      SELECT date_trunc('month', n.live_at AT TIME ZONE 'UTC') AS month, 1 AS change FROM new_rows n
      UNION ALL SELECT date_trunc('month', o.live_at AT TIME ZONE 'UTC'), -1 FROM old_rows o) x
    GROUP BY x.month HAVING sum(x.change) <> 0;
  END IF;
  IF NOT FOUND OR NOT pg_try_advisory_xact_lock(hashtext('live_months')) THEN RETURN NULL; END IF;
  WITH gone AS (
    DELETE FROM live_months WHERE month IN (SELECT m.month FROM live_months m GROUP BY m.month HAVING count(*) > 20)
    RETURNING month, stories)
  INSERT INTO live_months (month, stories) SELECT gone.month, sum(gone.stories) FROM gone GROUP BY gone.month;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER search_documents_months_insert AFTER INSERT ON search_documents REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_live_months();
--> statement-breakpoint
CREATE TRIGGER search_documents_months_update AFTER UPDATE ON search_documents REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_live_months();
--> statement-breakpoint
CREATE TRIGGER search_documents_months_delete AFTER DELETE ON search_documents REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_live_months();
--> statement-breakpoint
INSERT INTO live_months (month, stories)
SELECT date_trunc('month', live_at AT TIME ZONE 'UTC'), count(*) FROM search_documents GROUP BY 1;
