import { endpoint } from '@/features/endpoint';
import { lookup } from '@/features/lookup';
import { dropUpload, receiveUpload } from '@/features/media/commands';
import { receiveUploadInput, uploadIdInput } from '@/features/media/input';
import { findUpload } from '@/features/media/queries';

/** How far an upload got. */
export const GET = lookup(uploadIdInput, findUpload);

/** Takes the part of the file that begins at the header `Upload-Offset`; 409 with the right one when it does not follow. */
export const PATCH = endpoint({
  input: receiveUploadInput,
  command: receiveUpload,
  streamed: true,
  also: (request) => ({ offset: request.headers.get('upload-offset') ?? undefined }),
});

/** Gives it up. */
export const DELETE = endpoint({ input: uploadIdInput, command: dropUpload });
