import { z } from 'zod';
import { cleanText } from '@/lib/clean-text';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const words = (max: number) =>
  z
    .string({ error: 'This must be text.' })
    .max(max, `At most ${max} characters fit here.`)
    .transform((text) => cleanText(text).trim());
/** A place in the picture, from 0 (left, top) to 1 (right, bottom). */
const share = z.coerce.number().min(0).max(1);

export const mediaIdInput = z.object({ mediaId: id });

export const updateMediaInput = z.object({
  mediaId: id,
  alt: words(1000).optional(),
  caption: words(2000).optional(),
  credit: words(500).optional(),
  licence: words(500).optional(),
  focalX: share.optional(),
  focalY: share.optional(),
});
export type UpdateMedia = z.output<typeof updateMediaInput>;

/** The multipart field that `POST /api/media` takes. */
export const uploadInput = z.object({
  file: z.instanceof(File, { error: 'Choose a picture to upload.' }),
});

export const listMediaInput = z.object({
  search: words(200).catch('').default(''),
  /** The last id of the page before. */
  before: id.optional().catch(undefined),
});
export type ListMedia = z.output<typeof listMediaInput>;
