import type { MediaRow } from '../../queries';

/** A file of the library as the browser has it: by JSON its instants are text. */
export type SentMedia = Omit<MediaRow, 'createdAt' | 'deletedAt' | 'licenceExpiresAt'>;
