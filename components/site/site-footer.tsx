import type { ReactNode } from 'react';
import { BackToTop } from './back-to-top';
import { Entries, type MenuEntry } from './masthead';
import { ThemeSwitch } from './theme-switch';

export interface SiteFooterProps {
  siteName: string;
  /** What the paper says of itself. */
  about?: string;
  contactEmail?: string;
  /** "© 2014–2026 The Example Company". */
  copyright: string;
  /** The sections, or what the desk put there. */
  menu: { title: string; entries: MenuEntry[] };
  links: MenuEntry[];
  /** What staff wrote of the paper: About, Contact, Privacy. */
  pages: MenuEntry[];
  words: {
    pagesOfPaper: string;
    read: string;
    contact: string;
    backToTop: string;
    theme: string;
    themes: { system: string; light: string; dark: string };
  };
  /** The newsletter box. */
  children?: ReactNode;
}

/** Who makes the paper, how to reach them, and every way on from the end of a page. */
export function SiteFooter({
  siteName,
  about,
  contactEmail,
  copyright,
  menu,
  links,
  pages,
  words,
  children,
}: SiteFooterProps) {
  return (
    <footer className="site-footer">
      {children}
      <div className="footer-columns">
        <div className="footer-about">
          <p className="nameplate">
            <a href="/">{siteName}</a>
          </p>
          {about && <p>{about}</p>}
          {contactEmail && (
            <p>
              {words.contact}: <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            </p>
          )}
        </div>
        {menu.entries.length > 0 && (
          <nav aria-labelledby="footer-menu">
            <h2 id="footer-menu">{menu.title}</h2>
            <Entries entries={menu.entries} />
          </nav>
        )}
        <nav aria-labelledby="footer-read">
          <h2 id="footer-read">{words.read}</h2>
          <Entries entries={links} />
        </nav>
      </div>
      <div className="footer-end">
        <p>{copyright}</p>
        {pages.length > 0 && (
          <nav aria-label={words.pagesOfPaper} className="footer-pages">
            <Entries entries={pages} />
          </nav>
        )}
        <ThemeSwitch label={words.theme} words={words.themes} />
        <BackToTop label={words.backToTop} />
      </div>
    </footer>
  );
}
