import { Figure } from '@/components/site/figure';
import { Picture } from '@/components/site/picture';
import { textDirection } from '@/lib/text-direction';
import type { ArticleView } from '../../queries/site';

/** R16: a page that staff wrote, like About or Contact: no byline, no date, no discussion. */
export function StaffPage({ article: { title, standfirst, html, lead, lang } }: { article: ArticleView }) {
  const own = lang === null ? {} : { lang, dir: textDirection(lang) };
  return (
    <main id="content" className="article">
      <article aria-labelledby="headline" {...own}>
        <header className="article-head">
          <h1 id="headline" dir={own.dir ?? 'auto'}>
            {title}
          </h1>
          {standfirst && <p className="standfirst">{standfirst}</p>}
        </header>
        {lead && (
          <Figure variant="lead" caption={lead.caption} credit={lead.credit}>
            <Picture picture={lead} sizes="(min-width: 112rem) 75rem, (min-width: 64rem) 60rem, 92vw" first />
          </Figure>
        )}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by lib/rich-text/render, which escapes everything */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      </article>
    </main>
  );
}
