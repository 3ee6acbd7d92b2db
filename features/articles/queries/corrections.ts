import { type SQL, sql } from 'drizzle-orm';

/** What the paper owned up to (D12). */
export interface Correction {
  id: number;
  text: string;
  /** What was wrong, as it was said. */
  passage: string;
  at: Date;
}

export type CorrectionRows = { id: number; text: string; passage: string; at: string }[] | null;

/** The newest hundred corrections of an article, oldest first, as a JSON column. */
export const correctionsOf = (articleId: SQL): SQL => sql`
  (select json_agg(json_build_object('id', c.id, 'text', c.text, 'passage', c.passage, 'at', c.corrected_at)
      order by c.corrected_at, c.id)
    from (select * from corrections where article_id = ${articleId} order by corrected_at desc limit 100) c)`;

export const asCorrections = (rows: CorrectionRows): Correction[] =>
  (rows ?? []).map(({ at, ...correction }) => ({ ...correction, at: new Date(at) }));
