import type { LibraryItem } from '../../queries';

/** What the library reckons for the desk; a file that has just come has none of it yet. */
type Reckoned = 'uses' | 'licenceState' | 'expiresOn';

/** A file of the library as the browser has it: by JSON its instants are text, and left out. */
export type SentMedia = Omit<LibraryItem, 'createdAt' | 'deletedAt' | 'licenceExpiresAt' | Reckoned> &
  Partial<Pick<LibraryItem, Reckoned>> & {
    /** Of an upload: these very bytes were there already. */
    known?: boolean;
  };
