import type { SeriesView } from '../../queries/site';
import type { SiteFrame } from './site-frame';

interface SeriesProps {
  series: SeriesView;
  articleId: number;
  site: SiteFrame;
}

/** Which part of what: above the headline. In the preview of what is not live yet, only of what. */
export function SeriesLine({ series, articleId, site }: SeriesProps) {
  const { parts, name, href } = series;
  const at = parts.findIndex(({ id }) => id === articleId);
  return (
    <p className="series-line">
      <a href={href} dir="auto">
        {at < 0 ? name : site.words.paper.series.part(at + 1, parts.length, name)}
      </a>
    </p>
  );
}

/** From part to part: below the text. */
export function SeriesNav({ series, articleId, site }: SeriesProps) {
  const { parts, name } = series;
  const words = site.words.paper.series;
  const at = parts.findIndex(({ id }) => id === articleId);
  const [previous, next] = [parts[at - 1], at < 0 ? undefined : parts[at + 1]];
  if (parts.length < 2) return null;
  return (
    <nav aria-label={name} className="series">
      {previous && (
        <a href={previous.href} rel="prev" dir="auto">
          <span>{words.previous}</span> {previous.title}
        </a>
      )}
      {next && (
        <a href={next.href} rel="next" dir="auto">
          <span>{words.next}</span> {next.title}
        </a>
      )}
      <details>
        <summary>{words.all(parts.length)}</summary>
        <ol>
          {parts.map(({ id, title, href }) => (
            <li key={id} dir="auto">
              {id === articleId ? <span aria-current="page">{title}</span> : <a href={href}>{title}</a>}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
