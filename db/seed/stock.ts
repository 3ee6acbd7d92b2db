import type { TransactionSql } from 'postgres';
import type { Prose } from './words';

/** What every part of the bulk seed works with: the one transaction, and the words. */
export interface Bulk {
  sql: TransactionSql;
  prose: Prose;
}
