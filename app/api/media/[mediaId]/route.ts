import { endpoint } from '@/features/endpoint';
import { updateMedia } from '@/features/media/commands';
import { updateMediaInput } from '@/features/media/input';

/** Changes a picture's alt, caption, credit, licence and focal point. */
export const POST = endpoint({ input: updateMediaInput, command: updateMedia });
