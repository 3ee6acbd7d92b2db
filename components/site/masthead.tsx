import { Logo, type LogoPicture } from '../logo';
import type { ShownInstant } from './timestamp';

export interface MenuEntry {
  label: string;
  href: string;
  current?: boolean;
  /** Entries under this one. */
  below?: MenuEntry[];
}

export interface MastheadProps {
  siteName: string;
  /** Stands in the name's place, where the paper has one. */
  logo?: LogoPicture | null;
  darkLogo?: LogoPicture | null;
  tagline?: string;
  /** The day, on the front page only: there the name stands large. */
  today?: ShownInstant | null;
  sections: MenuEntry[];
  /** Newsletter, search: what is not a section. */
  tools: MenuEntry[];
  words: { sections: string; tools: string; below: (label: string) => string };
}

/** The name of the paper and the way to its sections. */
export function Masthead({
  siteName,
  logo,
  darkLogo,
  tagline,
  today,
  sections,
  tools,
  words,
}: MastheadProps) {
  return (
    <header className="masthead" data-front={today ? '' : undefined}>
      <div className="masthead-line">
        {today && (
          <p className="dateline">
            <time dateTime={today.iso}>{today.text}</time>
          </p>
        )}
        <p className="nameplate">
          <a href="/">{logo ? <Logo name={siteName} logo={logo} darkLogo={darkLogo} /> : siteName}</a>
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
          <ul>
            {sections.map(({ below = [], ...entry }) => (
              <li key={entry.href}>
                <Entry {...entry} />
                {below.length > 0 && (
                  // Opens without a script; the browser closes the one that was open before.
                  <details name="menu">
                    <summary aria-label={words.below(entry.label)} />
                    <Entries entries={below} className="submenu" />
                  </details>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

export const Entries = ({ entries, className }: { entries: MenuEntry[]; className?: string }) => (
  <ul className={className}>
    {entries.map((entry) => (
      <li key={entry.href}>
        <Entry {...entry} />
      </li>
    ))}
  </ul>
);

const Entry = ({ label, href, current }: MenuEntry) => (
  <a href={href} aria-current={current ? 'page' : undefined} dir="auto">
    {label}
  </a>
);
