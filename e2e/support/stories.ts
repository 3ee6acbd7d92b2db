import sharp from 'sharp';
import { createArticle, publishArticle, saveDraft } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { uploadPicture } from '@/features/media/commands';
import { type Newsroom, unique } from './newsroom';

const text = (words: string, marks?: object[]) => ({ type: 'text', text: words, ...(marks && { marks }) });
export const paragraph = (...content: (string | object)[]) => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
});
export const note = (words: string) => ({ type: 'footnote', content: [text(words)] });

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const longAddress = `https://example.com/${'a-very-long-address/'.repeat(12)}`;

/** A plain picture in the library, of its own colour by its width. */
export async function storedPicture({ ctx }: Newsroom, width = 1600, height = 900) {
  const background = { r: 60 + (width % 120), g: 100, b: 110 };
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return uploadPicture(ctx, { bytes, filename: `${unique()}.jpg` });
}

/** Publishes what a story says of itself beside its section; a headline and a text when it says none. */
export async function publish(newsroom: Newsroom, content: Record<string, unknown> & { body?: object[] }) {
  const { ctx } = newsroom;
  const section = await newsroom.section();
  const { id, revisionId } = await createArticle(ctx, {});
  const { body = [paragraph('The first paragraph.'), paragraph('The second.')], ...rest } = content;
  const draft = saveDraftInput.parse({
    articleId: id,
    baseRevisionId: revisionId,
    title: `Headline ${unique()}`,
    sectionIds: [section.id],
    body: { type: 'doc', content: body },
    ...rest,
  });
  const { slug } = await saveDraft(ctx, draft);
  await publishArticle(ctx, { articleId: id });
  return { id, path: `/${section.slug}/${slug}`, title: draft.title };
}

const cell = (words: string, type = 'tableCell', attrs = {}) => ({
  type,
  attrs,
  content: [paragraph(...(words ? [words] : []))],
});
const row = (...content: object[]) => ({ type: 'tableRow', content });
/** Wider than a phone, with a head, a joined cell and an empty one. */
export const wideTable = {
  type: 'table',
  attrs: { caption: 'Tides at the quay' },
  content: [
    row(
      ...['Day', 'First high water', 'Second high water', 'Height in metres', 'Harbour master on duty'].map(
        (words) => cell(words, 'tableHeader'),
      ),
    ),
    row(cell('Monday', 'tableHeader'), cell('00:20'), cell('12:45'), cell('3.1'), cell('Mira Okafor')),
    row(cell('Tuesday', 'tableHeader'), cell('none', 'tableCell', { colspan: 2 }), cell('−0.4'), cell('')),
  ],
};

/** One of everything that a text can hold. */
export async function everyPart(newsroom: Newsroom) {
  const pictures = await Promise.all(
    [1600, 1500, 900, 1200].map((width) => storedPicture(newsroom, width, 1000)),
  );
  const figures = pictures.map(({ id }, n) => ({
    type: 'figure',
    attrs: {
      mediaId: id,
      alt: `View ${n + 1}`,
      caption: `The quay (${n + 1})`,
      credit: n === 1 ? 'Agency' : '',
    },
  }));
  return publish(newsroom, {
    standfirst: 'One of everything.',
    body: [
      paragraph('A first claim', note('The first source.'), ' and a second', note('The second source.'), '.'),
      paragraph(
        `A word: ${longWord}${longWord}, an address: `,
        text(longAddress, [{ type: 'link', attrs: { href: longAddress } }]),
      ),
      {
        type: 'codeBlock',
        attrs: { language: 'ts' },
        content: [
          text(
            `const tide = await harbour.tides({ day: 'Monday', quay: 'north', unit: 'metre', source: 'gauge' });`,
          ),
        ],
      },
      wideTable,
      {
        type: 'pullQuote',
        attrs: { source: 'The harbour master' },
        content: [text('We count in tides, not in days')],
      },
      {
        type: 'callout',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [text('How we know')] },
          paragraph('We asked.'),
        ],
      },
      { type: 'gallery', content: figures },
      { type: 'blockquote', content: [paragraph('A quotation.')] },
      { type: 'horizontalRule' },
      { type: 'embed', attrs: { url: 'https://example.com/unknown', caption: '' } },
    ],
  });
}
