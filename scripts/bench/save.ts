import { readContext } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { createArticle, saveDraft } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { median, openBenchNewsroom, quantile, tellFigure } from './lib';

const words = 10_000;
const saves = Number(process.env.ROUNDS ?? 60);

/**
 * `npm run bench -- save`: autosaves of a story of 10,000 words, each on the one before, as the editor sends them; beside
 * it, one bare INSERT of a text of that length. Target: 100 ms.
 */
export async function benchSave(): Promise<void> {
  const newsroom = await openBenchNewsroom({ articles: 1_000, comments: 0, subscribers: 0 });
  try {
    const ctx = readContext(newsroom.db, { kind: 'system', name: 'bench' });
    const { id, revisionId } = await createArticle(ctx, {});
    let base = revisionId;
    const took: number[] = [];
    for (let n = -5; n < saves; n++) {
      const draft = saveDraftInput.parse({
        articleId: id,
        baseRevisionId: base,
        title: 'A long one',
        body: bodyOf(n),
      });
      const began = performance.now();
      base = (await saveDraft(ctx, draft)).revisionId;
      if (n >= 0) took.push(performance.now() - began);
    }
    const bare: number[] = [];
    const text = JSON.stringify(bodyOf(0));
    await newsroom.db.$client`create table bare_saves (text text)`;
    for (let n = 0; n < saves; n++) {
      const began = performance.now();
      await newsroom.db.$client`insert into bare_saves values (${text})`;
      bare.push(performance.now() - began);
    }
    tellFigure(
      'save',
      `${words} words: p50 ${median(took).toFixed(0)} ms, p95 ${quantile(took, 0.95).toFixed(0)} ms (target 100); a bare INSERT of the text ${median(bare).toFixed(0)} ms, ratio ${(median(took) / median(bare)).toFixed(1)}`,
    );
  } finally {
    await closeQueue();
    await newsroom.close();
  }
}

/** Paragraphs of fifty words; one of them differs with each save. */
const bodyOf = (n: number) => ({
  type: 'doc',
  content: Array.from({ length: words / 50 }, (_, at) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `${'harbour '.repeat(49)}${at === 7 ? `tide${n}` : 'tide'}` }],
  })),
});
