import { lookup } from '@/features/lookup';
import { listMediaInput } from '@/features/media/input';
import { listMedia } from '@/features/media/queries';

/** A page of the library, for choosing from. */
export const GET = lookup(listMediaInput, listMedia);
