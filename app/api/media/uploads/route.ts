import { endpoint } from '@/features/endpoint';
import { beginUpload } from '@/features/media/commands';
import { beginUploadInput } from '@/features/media/input';

/** Opens an upload, or finds the one that this file was begun with: `{id, offset, size, file}`. */
export const POST = endpoint({ input: beginUploadInput, command: beginUpload });
