/** A body as stored: ProseMirror JSON. Nodes this version does not know survive a round trip untouched (D3). */
export interface RichText {
  type: 'doc';
  /** Only where it is not in a row of the database, which has a column for it (`lib/rich-text/migrate.ts`). */
  version?: number;
  content?: RichNode[];
}

export interface RichNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  marks?: RichMark[];
  text?: string;
}

export interface RichMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** Written beside every stored body; a step in `bodySteps` raises it. */
export const BODY_VERSION = 1;

export const emptyDocument = (): RichText => ({ type: 'doc', content: [{ type: 'paragraph' }] });
