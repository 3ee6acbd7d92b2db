import { findAtDesk, findAtDeskInput } from '@/features/articles/read/desk-find';
import { lookup } from '@/features/lookup';

/** For the command palette: stories by words, and what else of the desk goes by that name. */
export const GET = lookup(findAtDeskInput, findAtDesk);
