/** What the press must know of the outside to call a page fresh. */
export interface Hearing {
  /** Whether everything committed until a moment ago has been heard of; false: nothing kept may pass for fresh. */
  isCurrent(): boolean;
  /** The database's clock, in milliseconds since 1970. */
  databaseNow(): number;
}
