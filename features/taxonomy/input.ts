import { z } from 'zod';
import { cleanText } from '@/lib/clean-text';
import { maxSlugLength, slugPattern } from '@/lib/slug';

const tooLong = (maximum: number) => `At most ${maximum} characters fit here.`;

const nameShape = z
  .string('Write a name.')
  .max(5_000, tooLong(80))
  .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'Write a name.').max(80, tooLong(80)));

const paragraph = (maximum: number) =>
  z
    .string('Write a text.')
    .max(20_000, tooLong(maximum))
    .transform((text) => cleanText(text).trim())
    .pipe(z.string().max(maximum, tooLong(maximum)))
    .default('');

/** The word in the address; empty means that it is made of the name. */
const slugShape = z
  .string('Write a word for the address.')
  .trim()
  .max(maxSlugLength, tooLong(maxSlugLength))
  .regex(
    new RegExp(`^$|${slugPattern.source}`),
    'Small letters a–z, digits and single hyphens only, like asia-pacific.',
  )
  .default('');

const rowId = z.coerce
  .number('Choose one from the list.')
  .int('Choose one from the list.')
  .positive('Choose one from the list.')
  .max(Number.MAX_SAFE_INTEGER, 'Choose one from the list.');

/** A choice that may be left empty. */
const optionalRowId = z.preprocess(
  (sent) => (sent === '' || sent === undefined ? null : sent),
  rowId.nullable(),
);

const section = { name: nameShape, slug: slugShape, description: paragraph(300) };
export const createSectionInput = z.object({ ...section, parentId: optionalRowId });
export const editSectionInput = z.object({ ...section, sectionId: rowId });
/** `beforeId` is the sibling it shall stand before; null puts it last. */
export const moveSectionInput = z.object({
  sectionId: rowId,
  parentId: optionalRowId,
  beforeId: optionalRowId,
});
export const sectionInput = z.object({ sectionId: rowId });

export const createTagInput = z.object({ name: nameShape });
export const renameTagInput = z.object({ tagId: rowId, name: nameShape, slug: slugShape });
export const tagInput = z.object({ tagId: rowId });
/** Names as somebody types them into an article's tag field. */
export const tagNamesInput = z.array(nameShape).max(50, 'At most 50 tags fit on one story.');

const author = { name: nameShape, slug: slugShape, bio: paragraph(1000), userId: optionalRowId };
export const createAuthorInput = z.object(author);
export const editAuthorInput = z.object({ ...author, authorId: rowId });
export const authorInput = z.object({ authorId: rowId });
