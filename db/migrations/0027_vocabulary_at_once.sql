-- New words are rare, searches for what was meant are not: each would read the list of entries that wait for a vacuum.
ALTER INDEX search_vocabulary_alike SET (fastupdate = off);
--> statement-breakpoint
SELECT gin_clean_pending_list('search_vocabulary_alike');
