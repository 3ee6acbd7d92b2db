import { zonedIso } from '@/lib/dates';
import { iconSides, logoAddress, logoSize } from '@/lib/logo-files';
import { type Picture, pictureAddress, widthsFor } from '@/lib/pictures';
import type { ArticleView, Named } from '../../queries/site';
import type { SiteFrame } from './site-frame';

type Json = { [name: string]: unknown };

/**
 * What machines read of a page. Source: schema.org through Google's guides for articles, breadcrumbs and corrections.
 * `<` leaves as an escape, so that no title can end the element; so do the two line ends that JavaScript alone knows.
 */
export const StructuredData = ({ graph }: { graph: Json[] }) => (
  <script
    type="application/ld+json"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no `<` is left
    dangerouslySetInnerHTML={{
      __html: JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replace(
        /[<\u2028\u2029]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    }}
  />
);

/** A story: the article itself with every author, where it stands, and who publishes it. */
export function articleGraph(article: ArticleView, site: SiteFrame): Json[] {
  const url = site.origin + article.href;
  const at = (instant: Date) => zonedIso(instant, site.timeZone);
  const pictures = [...(article.lead ? [article.lead] : []), ...article.pictures];
  const changedAt = [
    article.updatedAt,
    ...article.corrections.flatMap(({ at: saidAt, amendedAt }) => [saidAt, amendedAt]),
  ].reduce(
    (latest, instant) => (instant && (!latest || instant > latest) ? instant : latest),
    article.liveAt,
  );
  return [
    {
      '@type': 'NewsArticle',
      '@id': url,
      mainEntityOfPage: url,
      url,
      headline: article.title,
      description: article.summary || undefined,
      inLanguage: article.lang ?? site.language,
      datePublished: article.liveAt ? at(article.liveAt) : undefined,
      dateModified: changedAt ? at(changedAt) : undefined,
      author:
        article.authors.length > 0 ? article.authors.map((author) => person(author, site)) : staffOf(site),
      publisher: publisherOf(site),
      image: pictures.length > 0 ? pictures.map((picture) => imageObject(picture, site)) : undefined,
      articleSection: article.sections.map(({ name }) => name),
      keywords: article.tags.length > 0 ? article.tags.map(({ name }) => name) : undefined,
      wordCount: article.words,
      commentCount: article.commentPolicy === 'hidden' ? undefined : article.commentCount,
      isAccessibleForFree: true,
      correction:
        article.corrections.length > 0
          ? article.corrections.map((correction) => ({
              '@type': 'CorrectionComment',
              text: correction.text,
              // What was wrong, in the words that readers had.
              about: correction.passage ? { '@type': 'Quotation', text: correction.passage } : undefined,
              datePublished: at(correction.at),
              url: `${url}#correction-${correction.id}`,
            }))
          : undefined,
    },
    breadcrumbs([...article.sections.slice(0, 1), { name: article.title, href: article.href }], site),
    organization(site),
  ];
}

/** A section, tag or author page: where it stands. */
export const listGraph = (trail: { name: string; href: string }[], site: SiteFrame): Json[] => [
  breadcrumbs(trail, site),
];

/** The front page: the paper itself. */
export const frontGraph = (site: SiteFrame): Json[] => [
  {
    '@type': 'WebSite',
    '@id': `${site.origin}/#website`,
    url: `${site.origin}/`,
    name: site.siteName,
    inLanguage: site.language,
    publisher: publisherOf(site),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${site.origin}/search?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  },
  organization(site),
];

export const personGraph = (author: Named & { bio: string }, site: SiteFrame): Json => ({
  '@type': 'ProfilePage',
  mainEntity: { ...person(author, site), description: author.bio || undefined },
});

/** Who signs when nobody does: the paper, by its name, for readers of authors do not follow references. */
const staffOf = ({ siteName, origin }: SiteFrame): Json => ({
  '@type': 'Organization',
  name: siteName,
  url: `${origin}/`,
});

const publisherOf = ({ origin }: SiteFrame): Json => ({ '@id': `${origin}/#organization` });

const organization = (site: SiteFrame): Json => ({
  '@type': 'NewsMediaOrganization',
  '@id': `${site.origin}/#organization`,
  name: site.siteName,
  url: `${site.origin}/`,
  logo: { '@type': 'ImageObject', ...logoOf(site) },
});

/** The paper's logo, or the icon that stands for it on a phone. */
function logoOf({ origin, logos }: SiteFrame): Json {
  const logo = logos?.logo;
  if (logo) return { url: origin + logoAddress(logo.hash, 'logo'), ...logoSize(logo) };
  return { url: `${origin}/apple-touch-icon.png`, width: iconSides.touch, height: iconSides.touch };
}

const person = ({ name, href }: Pick<Named, 'name' | 'href'>, { origin }: SiteFrame): Json => ({
  '@type': 'Person',
  name,
  url: origin + href,
});

const breadcrumbs = (trail: { name: string; href: string }[], { origin }: SiteFrame): Json => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ name, href }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: origin + href,
  })),
});

function imageObject({ hash, width, height, caption, credit }: Picture, { origin }: SiteFrame): Json {
  const widest = widthsFor(width).at(-1) ?? 320;
  return {
    '@type': 'ImageObject',
    url: origin + pictureAddress(hash, widest, 'jpeg'),
    width: widest,
    height: Math.round((widest * height) / width),
    caption: caption || undefined,
    creditText: credit || undefined,
  };
}
