import { and, eq, inArray, isNull } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { media } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { Invalid } from '@/lib/errors';
import { type Look, logoKinds } from '../look';
import { writeSettings } from './update-settings';

/**
 * Sets the paper's logo and colours (D19): every page turns within a second. Throws Invalid, by field, for what is no
 * picture of the library.
 */
export async function saveLook(ctx: Ctx, look: Look): Promise<void> {
  authorise(ctx.actor, 'edit-settings');
  await transact(ctx, async (tx) => {
    const pictures = await lockPictures(tx, look);
    const fields = logoKinds
      .map((kind) => `${kind}Id` as const)
      .filter((field) => look[field] !== null && !pictures.has(look[field] ?? 0));
    if (look.darkLogoId !== null && look.logoId === null) {
      const sentence = 'A logo for the dark theme needs one for the light beside it.';
      throw Invalid(sentence, { fields: { logoId: sentence } });
    }
    if (fields.length > 0) {
      const sentence = 'This picture is no longer in the library. Choose another.';
      throw Invalid(sentence, { fields: Object.fromEntries(fields.map((field) => [field, sentence])) });
    }
    await writeSettings(tx, { look });
  });
}

/** Those of them that are there, kept from being taken out until this is over. */
async function lockPictures(tx: Work, { logoId, darkLogoId, iconId }: Look): Promise<Set<number>> {
  const ids = [logoId, darkLogoId, iconId].filter((id) => id !== null);
  if (ids.length === 0) return new Set();
  const rows = await tx.db
    .select({ id: media.id })
    .from(media)
    .where(and(inArray(media.id, ids), eq(media.kind, 'picture'), isNull(media.deletedAt)))
    .for('share');
  return new Set(rows.map(({ id }) => id));
}
