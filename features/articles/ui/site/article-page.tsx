import type { ReactNode } from 'react';
import { Byline } from '@/components/site/byline';
import { Figure } from '@/components/site/figure';
import { Picture } from '@/components/site/picture';
import { ShareLinks } from '@/components/site/share-links';
import { Timestamp } from '@/components/site/timestamp';
import { showTime } from '@/lib/dates';
import { fillStoryCards } from '@/lib/rich-text/story-cards';
import { textDirection } from '@/lib/text-direction';
import type { ArticleView } from '../../queries/site';
import { Corrections } from './corrections';
import { LinkList } from './link-list';
import { RelatedStories } from './related-stories';
import { SeriesLine, SeriesNav } from './series-nav';
import type { SiteFrame } from './site-frame';

export interface ArticlePageProps {
  article: ArticleView;
  site: SiteFrame;
  /** R5: "2 comments on TITLE", a link to `#comments`; null where there is no discussion to go to. */
  commentLine?: string | null;
  /** Has an address that may be handed on. */
  passable?: boolean;
  /** The discussion, which belongs to another subject. */
  children?: ReactNode;
}

/** One story as readers see it (R2), live or in the desk's preview. */
export function ArticlePage({
  article,
  site,
  commentLine = null,
  passable = true,
  children,
}: ArticlePageProps) {
  const { lang, lead, html, tags } = article;
  const { paper, shell } = site.words;
  const foreign = lang === null ? {} : { lang, dir: textDirection(lang) };
  return (
    <main id="content" className="article">
      <article aria-labelledby="headline">
        <ArticleHead article={article} site={site} commentLine={commentLine} foreign={foreign} />
        {lead && (
          <div {...foreign}>
            <Figure variant="lead" caption={lead.caption} credit={lead.credit}>
              <Picture
                picture={lead}
                sizes="(min-width: 112rem) 75rem, (min-width: 64rem) 60rem, 92vw"
                first
              />
            </Figure>
          </div>
        )}
        <div
          className="prose"
          {...foreign}
          {...(html.includes(' data-embed="') && embedWords(paper.article))}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made by lib/rich-text/render, which escapes everything
          dangerouslySetInnerHTML={{ __html: fillStoryCards(html, article.cards, paper.article.readMore) }}
        />
        <footer className="article-foot">
          {article.series && <SeriesNav series={article.series} articleId={article.id} site={site} />}
          <Corrections corrections={article.corrections} site={site} />
          {tags.length > 0 && (
            <p className="tags">
              {paper.article.tags}: <LinkList items={tags} comma={paper.comma} rel="tag" />
            </p>
          )}
          {passable && <ShareLinks url={site.origin + article.href} title={article.title} words={shell} />}
        </footer>
      </article>
      {children}
      <RelatedStories stories={article.related} site={site} />
    </main>
  );
}

/** For `reader.js`, which has no words of its own. */
const embedWords = ({ embedLoad, embedNotice }: SiteFrame['words']['paper']['article']) => ({
  'data-load': embedLoad,
  'data-notice': embedNotice,
});

type HeadProps = Pick<ArticlePageProps, 'article' | 'site'> & {
  commentLine: string | null;
  foreign: { lang?: string; dir?: string };
};

function ArticleHead({ article, site, commentLine, foreign }: HeadProps) {
  const { paper } = site.words;
  const own = article.lang === null ? { dir: 'auto' } : foreign;
  return (
    <header className="article-head">
      <p className="kicker">
        <LinkList items={article.sections} comma={paper.comma} />
        {commentLine && (
          <>
            {' '}
            <a href="#comments" className="comment-line">
              {commentLine}
            </a>
          </>
        )}
      </p>
      {article.series && <SeriesLine series={article.series} articleId={article.id} site={site} />}
      <h1 id="headline" {...own}>
        {article.title}
      </h1>
      {article.standfirst && (
        <p className="standfirst" {...own}>
          {article.standfirst}
        </p>
      )}
      <p className="facts">
        <Byline
          authors={article.authors}
          by={paper.article.by}
          fallback={paper.article.staff}
          language={site.language}
        />
        <PublishedTimes article={article} site={site} />
        <span>
          <bdi>{paper.article.minutes(article.readingMinutes)}</bdi>
        </span>
      </p>
    </header>
  );
}

/** When it was published and, after a material edit, when it was last updated; both with their zone. */
function PublishedTimes({
  article: { liveAt, updatedAt },
  site,
}: Pick<ArticlePageProps, 'article' | 'site'>) {
  const { published, updated, preview } = site.words.paper.article;
  if (liveAt === null) return <span>{preview}</span>;
  return (
    <>
      <span>
        {published} <Timestamp at={showTime(liveAt, 'moment', site)} />
      </span>
      {updatedAt && (
        <span>
          {updated} <Timestamp at={showTime(updatedAt, 'moment', site)} />
        </span>
      )}
    </>
  );
}
