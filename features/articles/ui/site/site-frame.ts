import type { Logos } from '@/features/settings/queries';
import type { Messages } from '@/lib/messages';

/** What every public part needs to know of the paper: its name, its words, its clock. */
export interface SiteFrame {
  siteName: string;
  /** BCP 47. */
  language: string;
  timeZone: string;
  /** The year it is there: lists leave it out. */
  year: number;
  /** `https://paper.example`, no slash at the end. */
  origin: string;
  /** The pictures that stand for it, where it has some. */
  logos?: Logos;
  words: Messages;
}
