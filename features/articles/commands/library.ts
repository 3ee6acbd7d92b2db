import { inArray, sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { media } from '@/db/schema';
import { Invalid } from '@/lib/errors';
import type { RichNode, RichText } from '@/lib/rich-text/document';
import { pictureIds } from '@/lib/rich-text/text';

interface LibraryPicture {
  id: number;
  hash: string;
  width: number;
  height: number;
}

/**
 * The body with every picture's file and size as the library has them, whatever was sent: neither can be forged. A picture
 * that is not in the library keeps its words and its place but shows nothing, so that saving never fails over it.
 * One SELECT however many pictures there are; none without pictures.
 */
export async function withLibraryPictures(tx: Work, body: RichText): Promise<RichText> {
  const pictures = await findPictures(tx, pictureIds(body));
  const place = (node: RichNode): RichNode => {
    if (node.type === 'figure')
      return { ...node, attrs: { ...node.attrs, ...fileOf(pictures.get(Number(node.attrs?.mediaId))) } };
    return node.content ? { ...node, content: node.content.map(place) } : node;
  };
  return { ...body, content: body.content?.map(place) };
}

const fileOf = (picture: LibraryPicture | undefined) =>
  picture
    ? { mediaId: picture.id, hash: picture.hash, width: picture.width, height: picture.height }
    : { mediaId: null, hash: '', width: 0, height: 0 };

/** Refuses a lead picture that is not in the library. */
export async function checkLead(tx: Work, leadMediaId: number | null): Promise<void> {
  if (leadMediaId === null || (await findPictures(tx, [leadMediaId])).size > 0) return;
  const sentence = 'This picture is no longer in the library. Choose another.';
  throw Invalid(sentence, { fields: { leadMediaId: sentence } });
}

async function findPictures(tx: Work, ids: number[]): Promise<Map<number, LibraryPicture>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .select({ id: media.id, hash: media.hash, width: media.width, height: media.height })
    .from(media)
    .where(sql`${inArray(media.id, ids)} and ${media.kind} = 'picture'`);
  const sized = rows.flatMap(({ width, height, ...row }) =>
    width && height ? [{ ...row, width, height }] : [],
  );
  return new Map(sized.map((row) => [row.id, row]));
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
