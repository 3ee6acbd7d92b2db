import { z } from 'zod';
import { optionalRowId, paragraph, requiredLine, rowId } from '@/lib/shapes';
import { maxSlugLength, slugPattern } from '@/lib/slug';

const nameShape = requiredLine(80, 'Write a name.');

/** The word in the address; empty means that it is made of the name. */
const slugShape = z
  .string('Write a word for the address.')
  .trim()
  .max(maxSlugLength, `At most ${maxSlugLength} characters fit here.`)
  .regex(
    new RegExp(`^$|${slugPattern.source}`),
    'Small letters a–z, digits and single hyphens only, like asia-pacific.',
  )
  .default('');

const section = { name: nameShape, slug: slugShape, description: paragraph(300).default('') };
export const createSectionInput = z.object({ ...section, parentId: optionalRowId });
export const editSectionInput = z.object({ ...section, sectionId: rowId });
/** `beforeId` is the sibling it shall stand before; null puts it last. */
export const moveSectionInput = z.object({
  sectionId: rowId,
  parentId: optionalRowId,
  beforeId: optionalRowId,
});
export const sectionInput = z.object({ sectionId: rowId });

export const restoreDeletedInput = z.object({ deletedId: rowId });

export const createTagInput = z.object({ name: nameShape });
export const renameTagInput = z.object({ tagId: rowId, name: nameShape, slug: slugShape });
export const tagInput = z.object({ tagId: rowId });
/** `intoId` is the tag that stays. */
export const mergeTagsInput = z.object({ tagId: rowId, intoId: rowId });
export const createSeriesInput = z.object(section);
export const editSeriesInput = z.object({ ...section, seriesId: rowId });
export const seriesInput = z.object({ seriesId: rowId });
/** `beforeId` is the part it shall stand before; null puts it last. */
export const moveInSeriesInput = z.object({ seriesId: rowId, articleId: rowId, beforeId: optionalRowId });

const author = { name: nameShape, slug: slugShape, bio: paragraph(1000).default(''), userId: optionalRowId };
export const createAuthorInput = z.object(author);
export const editAuthorInput = z.object({ ...author, authorId: rowId });
export const authorInput = z.object({ authorId: rowId });
