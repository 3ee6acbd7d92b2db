import type { RichText } from '@/lib/rich-text/document';
import { parseRichText } from '@/lib/rich-text/parse';
import type { DraftContent } from '../../../queries/draft';

/** Everything a writer can change, as the editor holds it. */
export interface EditorContent extends DraftContent {
  /** Chosen by hand; else the server makes the slug of the title. */
  slugIsChosen: boolean;
}

/** What is sent to be saved. */
export interface SavePayload {
  title: string;
  standfirst: string;
  slug: string | undefined;
  lang: string | null;
  body: RichText;
  leadMediaId: number | null;
  leadAlt: string;
  leadCaption: string;
  leadCredit: string;
  sectionIds: number[];
  tagIds: number[];
  authorIds: number[];
  seriesId: number | null;
}

export function toPayload({ lead, tags, slug, slugIsChosen, ...rest }: EditorContent): SavePayload {
  return {
    ...rest,
    slug: slugIsChosen && slug !== '' ? slug : undefined,
    leadMediaId: lead?.mediaId ?? null,
    tagIds: tags.map((tag) => tag.id),
  };
}

type Comparable = Omit<SavePayload, 'slug'>;

const names = [
  'title',
  'standfirst',
  'lang',
  'leadMediaId',
  'leadAlt',
  'leadCaption',
  'leadCredit',
  'sectionIds',
  'tagIds',
  'authorIds',
  'seriesId',
] as const satisfies (keyof Comparable)[];

/** Whether two texts are the same once both went through the server's door; the address is left out. */
export const isSameText = (a: Comparable, b: Comparable): boolean =>
  names.every((name) => stable(tidy(a[name])) === stable(tidy(b[name]))) && sameBody(a.body, b.body);

const tidy = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : (value ?? null);

function sameBody(a: RichText, b: RichText): boolean {
  try {
    return stable(parseRichText(a)) === stable(parseRichText(b));
  } catch {
    return stable(a) === stable(b);
  }
}

/** JSON with its keys in order: the database does not keep theirs. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
