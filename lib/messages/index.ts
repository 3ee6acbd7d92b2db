import { en } from './en';

/** Every sentence a reader or subscriber sees, in one language. Pages ask for it by the site's language. */
export type Messages = typeof en;

const languages: Record<string, Messages> = { en };

/** The sentences for a BCP 47 language tag; English where there are none yet. */
export const messages = (language: string): Messages => languages[language.split('-')[0] ?? 'en'] ?? en;
