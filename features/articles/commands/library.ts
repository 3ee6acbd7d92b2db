import { inArray, sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { media } from '@/db/schema';
import { Invalid } from '@/lib/errors';
import { extensionOf } from '@/lib/files';
import type { RichNode, RichText } from '@/lib/rich-text/document';
import { mediaIds } from '@/lib/rich-text/text';

type LibraryFile = Pick<
  typeof media.$inferSelect,
  'id' | 'hash' | 'kind' | 'mimeType' | 'bytes' | 'width' | 'height' | 'seconds'
>;

/**
 * The body with every picture's and file's facts as the library has them, whatever was sent: neither can be forged. What
 * is not in the library keeps its words and its place but shows nothing, so that saving never fails over it.
 * One SELECT however many pictures there are; none without pictures.
 */
export async function withLibraryFiles(tx: Work, body: RichText): Promise<RichText> {
  const files = await findFiles(tx, mediaIds(body));
  const place = (node: RichNode): RichNode => {
    const found = files.get(Number(node.attrs?.mediaId));
    if (node.type === 'figure') return { ...node, attrs: { ...node.attrs, ...pictureFacts(found) } };
    if (node.type === 'file') return { ...node, attrs: { ...node.attrs, ...fileFacts(found) } };
    return node.content ? { ...node, content: node.content.map(place) } : node;
  };
  return { ...body, content: body.content?.map(place) };
}

const inLibrary = ({ id, hash, width, height }: LibraryFile) => ({
  mediaId: id,
  hash,
  width: width ?? 0,
  height: height ?? 0,
});
const nowhere = { mediaId: null, hash: '', width: 0, height: 0 };

const pictureFacts = (found: LibraryFile | undefined) =>
  found?.kind === 'picture' && found.width && found.height ? inLibrary(found) : nowhere;

function fileFacts(found: LibraryFile | undefined) {
  const extension = found && extensionOf(found.mimeType);
  if (!extension) return { ...nowhere, extension: '', bytes: 0, seconds: 0 };
  return { ...inLibrary(found), extension, bytes: found.bytes, seconds: found.seconds ?? 0 };
}

/** Refuses a lead picture that is not in the library. */
export async function checkLead(tx: Work, leadMediaId: number | null): Promise<void> {
  if (leadMediaId === null) return;
  const found = (await findFiles(tx, [leadMediaId])).get(leadMediaId);
  if (pictureFacts(found).mediaId !== null) return;
  const sentence = 'This picture is no longer in the library. Choose another.';
  throw Invalid(sentence, { fields: { leadMediaId: sentence } });
}

async function findFiles(tx: Work, ids: number[]): Promise<Map<number, LibraryFile>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .select({
      id: media.id,
      hash: media.hash,
      kind: media.kind,
      mimeType: media.mimeType,
      bytes: media.bytes,
      width: media.width,
      height: media.height,
      seconds: media.seconds,
    })
    .from(media)
    .where(inArray(media.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Keeps `media_uses` to what the head, the live and the planned revisions show. Looking into those bodies is left to the
 * rare save that takes a picture out.
 */
export async function noteMediaUses(tx: Work, articleId: number, used: number[]): Promise<void> {
  const list = JSON.stringify(used);
  if (used.length > 0)
    await tx.db.execute(sql`
    insert into media_uses (media_id, article_id)
    select value::bigint, ${articleId} from jsonb_array_elements_text(${list}::jsonb)
    on conflict do nothing`);
  await tx.db.execute(sql`
    delete from media_uses u
    where u.article_id = ${articleId}
      and not exists (select from jsonb_array_elements_text(${list}::jsonb) where value::bigint = u.media_id)
      and not exists (
        select from revisions r
        where r.id in (
            select live_revision_id from articles where id = ${articleId}
            union all
            select revision_id from publications
            where article_id = ${articleId} and applied_at is null and cancelled_at is null and failure is null)
          and (r.lead_media_id = u.media_id
            or jsonb_path_exists(r.body, '$.**.mediaId ? (@ == $id)', jsonb_build_object('id', u.media_id))))`);
}
