import { endpoint } from '@/features/endpoint';
import { lookup } from '@/features/lookup';
import { updateMedia } from '@/features/media/commands';
import { mediaIdInput, updateMediaInput } from '@/features/media/input';
import { findMediaWithUses } from '@/features/media/queries';

/** A picture with where it is used. */
export const GET = lookup(mediaIdInput, findMediaWithUses);

/** Changes a picture's alt, caption, credit, licence and focal point. */
export const POST = endpoint({ input: updateMediaInput, command: updateMedia });
