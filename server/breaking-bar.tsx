import { BreakingBar } from '@/components/site/breaking-bar';
import type { Database } from '@/db/client';
import { readContext } from '@/db/context';
import { findBarForReaders } from '@/features/articles/queries/bar';
import { readSettings } from '@/features/settings/queries';
import { cacheTags } from '@/lib/cache-tags';
import { messages } from '@/lib/messages';
import type { PressOptions } from './press/press';

/** The bar that stands, as the press sets it in on every page (R17): the markup that a page itself would have made. */
export const barNews = (db: () => Database): PressOptions['news'] => ({
  // A renamed section moves the story that it leads to; its label may be a word of the paper's language.
  tags: [cacheTags.bar, cacheTags.taxonomy, cacheTags.settings],
  read: async () => {
    const ctx = readContext(db(), { kind: 'reader' });
    const [bar, { language }] = await Promise.all([findBarForReaders(ctx), readSettings(ctx)]);
    if (bar === null) return { html: '', goodUntil: null };
    const { label, text, href, lowerAt } = bar;
    const { renderToStaticMarkup } = await import('react-dom/server');
    const words = messages(language).shell;
    const html = renderToStaticMarkup(
      <BreakingBar label={label || words.breaking} text={text} href={href} />,
    );
    return { html, goodUntil: lowerAt };
  },
});
