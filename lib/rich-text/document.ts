/** A body as stored: ProseMirror JSON. Nodes this version does not know survive a round trip untouched (D3). */
export interface RichText {
  type: 'doc';
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

/** Written beside every stored body; a migration raises it (`lib/rich-text/`). */
export const BODY_VERSION = 1;

export const emptyDocument = (): RichText => ({ type: 'doc', content: [{ type: 'paragraph' }] });
