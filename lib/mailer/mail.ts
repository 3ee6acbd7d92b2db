/** A person or paper as mail headers name it. */
export interface Correspondent {
  name?: string;
  address: string;
}

/** What a mail says, whoever gets it. */
export interface Letter {
  /** Whom it comes from, as `senderOf` in ./in-force says. */
  from: Correspondent;
  subject: string;
  html: string;
  text: string;
  replyTo?: string;
  /** Further headers, by name. */
  headers?: Record<string, string>;
  /** RFC 2919: the list's name, and an id such as `morning.example.org`. */
  listId?: { name: string; id: string };
  /** Words of `html` and `text` that stand for something of the reader's own. */
  slots?: string[];
}

/** What of a mail is one reader's own. */
export interface Personal {
  to: string | Correspondent;
  /** With its angle brackets. Deterministic where a repeat must be recognisable as one. */
  messageId?: string;
  /** Where one POST unsubscribes this person from this list (RFC 8058); adds both headers. */
  listUnsubscribe?: string;
  /** For each slot of the letter, what to put there. */
  fills?: ReadonlyMap<string, string>;
  date?: Date;
}

/** One mail to one person. */
export type Mail = Letter & Personal;

/** A mail as it goes over the wire, signed, with the envelope it goes in. */
export interface Composed {
  envelope: { from: string; to: string[] };
  messageId: string;
  /** The whole message, lines ended by CRLF. */
  raw: Buffer;
}

/** Text for a header: line breaks and other control characters become one space, so that none can start a header. */
export const headerText = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
