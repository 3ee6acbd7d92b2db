import type { ShownInstant } from './timestamp';

export interface MenuEntry {
  label: string;
  href: string;
  current?: boolean;
}

export interface MastheadProps {
  siteName: string;
  tagline?: string;
  /** The day, on the front page only: there the name stands large. */
  today?: ShownInstant | null;
  sections: MenuEntry[];
  /** Newsletter, search: what is not a section. */
  tools: MenuEntry[];
  words: { sections: string; tools: string };
}

/** The name of the paper and the way to its sections. */
export function Masthead({ siteName, tagline, today, sections, tools, words }: MastheadProps) {
  return (
    <header className="masthead" data-front={today ? '' : undefined}>
      <div className="masthead-line">
        {today && (
          <p className="dateline">
            <time dateTime={today.iso}>{today.text}</time>
          </p>
        )}
        <p className="nameplate">
          <a href="/">{siteName}</a>
        </p>
        {today && tagline && <p className="tagline">{tagline}</p>}
        {tools.length > 0 && (
          <nav aria-label={words.tools} className="tools">
            <Entries entries={tools} />
          </nav>
        )}
      </div>
      {sections.length > 0 && (
        <nav aria-label={words.sections} className="sections">
          <Entries entries={sections} />
        </nav>
      )}
    </header>
  );
}

export const Entries = ({ entries }: { entries: MenuEntry[] }) => (
  <ul>
    {entries.map(({ label, href, current }) => (
      <li key={href}>
        <a href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);
