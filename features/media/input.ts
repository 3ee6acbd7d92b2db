import { z } from 'zod';
import { cleanText } from '@/lib/clean-text';
import { calendarDay } from '@/lib/shapes';
import { librarySights, licenceKinds, mediaKinds } from './rules';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const words = (max: number) =>
  z
    .string({ error: 'This must be text.' })
    .max(max, `At most ${max} characters fit here.`)
    .transform((text) => cleanText(text).trim());
/** A place in the picture, from 0 (left, top) to 1 (right, bottom). */
const share = z.coerce.number().min(0).max(1);

export const mediaIdInput = z.object({ mediaId: id });

export const restoreVersionInput = z.object({ mediaId: id, versionId: id });
export type RestoreVersion = z.output<typeof restoreVersionInput>;

/** Two pictures. */
export const likenessInput = z.object({ mediaId: id, otherId: id });
export type Likeness = z.output<typeof likenessInput>;

export const updateMediaInput = z.object({
  mediaId: id,
  alt: words(1000).optional(),
  caption: words(2000).optional(),
  credit: words(500).optional(),
  licence: words(500).optional(),
  licenceKind: z.enum(licenceKinds, { error: 'Choose a kind of licence.' }).optional(),
  /** The last day readers may be shown it, on the paper's calendar; empty for no end. */
  licenceExpiresOn: z
    .union([z.literal(''), calendarDay('Write the day as 2026-11-30.')], {
      error: 'Write the day as 2026-11-30.',
    })
    .optional(),
  focalX: share.optional(),
  focalY: share.optional(),
});
export type UpdateMedia = z.output<typeof updateMediaInput>;

export const beginUploadInput = z.object({
  /** As the person's machine calls it; kept for finding it again, never as a path. */
  filename: words(1000),
  size: z.int({ error: 'Say how many bytes the file has.' }).min(0),
  modifiedAtMs: z.int().min(0).catch(0).default(0),
  /** The picture under whose name it is to stand. */
  replacesId: id.optional(),
});
export type BeginUpload = z.output<typeof beginUploadInput>;

export const uploadIdInput = z.object({
  uploadId: z.string().regex(/^[0-9a-f]{32}$/, { error: 'There is no such upload.' }),
});
export type UploadId = z.output<typeof uploadIdInput>;

/** A part of a file, from the byte `offset` on, as long as it comes. */
export const receiveUploadInput = uploadIdInput.extend({
  offset: z.coerce.number({ error: 'Say where this part of the file begins.' }).int().min(0),
  body: z
    .custom<AsyncIterable<Uint8Array> | null>()
    .optional()
    .transform((body) => body ?? null),
});
export type ReceiveUpload = z.output<typeof receiveUploadInput>;

export const listMediaInput = z.object({
  search: words(200).catch('').default(''),
  kind: z.enum(mediaKinds).optional().catch(undefined),
  licence: z.enum(licenceKinds).optional().catch(undefined),
  show: z.enum(librarySights).optional().catch(undefined),
  /** The last id of the page before. */
  before: id.optional().catch(undefined),
});
export type ListMedia = z.output<typeof listMediaInput>;
