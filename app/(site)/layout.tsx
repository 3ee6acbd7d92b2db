import './site.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { BreakingBar } from '@/components/site/breaking-bar';
import { Masthead, type MenuEntry } from '@/components/site/masthead';
import { NewsletterBox } from '@/components/site/newsletter-box';
import { SiteFooter } from '@/components/site/site-footer';
import { readBar, readShell } from '@/features/articles/read/shell';
import { showMenu } from '@/features/articles/site-menu';
import { consentNow } from '@/features/newsletter/read/site';
import { readLook, readSite } from '@/features/settings/read';
import { barPlaceId } from '@/lib/bar-place';
import { formatDate, startOfMonth, startOfNextDay, yearSpan, zonedDay, zonedYear } from '@/lib/dates';
import { logoAddress } from '@/lib/logo-files';
import { messages } from '@/lib/messages';
import { allowStyle, goodUntil } from '@/lib/press-notes';
import { requestPathHeader } from '@/lib/request-path';
import { textDirection } from '@/lib/text-direction';
import { themeScript } from '@/lib/theme-script';
import { fontVariables } from '../fonts';
import { themeColor } from '../theme-color';

// Rendered on request: the press is the only cache, and it must see what each page touched.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const [{ siteName, description, tagline }, { logos }] = await Promise.all([readSite(), readLook()]);
  const icon = logos.icon ?? logos.logo;
  return {
    title: { default: tagline ? `${siteName}: ${tagline}` : siteName, template: `%s · ${siteName}` },
    description: description || tagline || undefined,
    robots: { 'max-image-preview': 'large' },
    icons: icon
      ? {
          icon: { url: logoAddress(icon.hash, 'icon'), type: 'image/png' },
          apple: logoAddress(icon.hash, 'touch'),
        }
      : { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/apple-touch-icon.png' },
  };
}

export const viewport: Viewport = { themeColor };

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [site, look, shell, bar, asked] = await Promise.all([
    readSite(),
    readLook(),
    readShell(),
    readBar(),
    headers(),
  ]);
  const { shell: words } = messages(site.language);
  const path = asked.get(requestPathHeader)?.split('?')[0] ?? '';
  const now = new Date();
  const isFront = path === '/';
  const year = zonedYear(now, site.timeZone);
  goodUntil(isFront ? startOfNextDay(now, site.timeZone) : startOfMonth(year + 1, 1, site.timeZone));

  const at = (href: string, label: string): MenuEntry => ({ href, label, current: path === href });
  const shown = (entries: { label: string; href: string }[]) =>
    entries.map(({ href, label }) => at(href, label));
  const main = showMenu(site.mainMenu, shell).map(({ below, ...entry }) => ({
    ...at(entry.href, entry.label),
    below: shown(below),
  }));
  const shelves = shell.sections.map(({ slug, name, depth }) => ({ ...at(`/${slug}`, name), depth }));
  const foot = showMenu(site.footerMenu, shell).flatMap(({ below, ...entry }) => [entry, ...below]);
  const pages = shell.pages
    .map(({ slug, title }) => at(`/${slug}`, title))
    .filter(({ href }) => !foot.some((entry) => entry.href === href));
  allowStyle(look.style);
  const years = yearSpan(site.copyrightStartYear, year);
  return (
    <html
      lang={site.language}
      dir={textDirection(site.language)}
      className={fontVariables}
      suppressHydrationWarning
    >
      <head>
        <script>{themeScript}</script>
        <script src="/reader.js" defer />
        {look.style && <style>{look.style}</style>}
      </head>
      <body>
        <a href="#content" className="skip-link">
          {words.skipToContent}
        </a>
        {bar === 'place' ? (
          <template id={barPlaceId} />
        ) : (
          bar && <BreakingBar label={bar.label || words.breaking} text={bar.text} href={bar.href} />
        )}
        <Masthead
          siteName={site.siteName}
          logo={look.logos.logo}
          darkLogo={look.logos.darkLogo}
          tagline={site.tagline}
          today={
            isFront ? { iso: zonedDay(now, site.timeZone), text: formatDate(now, 'weekday', site) } : null
          }
          sections={
            main.length > 0
              ? main
              : [at('/latest', words.latest), ...shelves.filter(({ depth }) => depth === 0)]
          }
          tools={[at('/search', words.search), at('/newsletter', words.newsletter)]}
          words={words}
        />
        {children}
        <SiteFooter
          siteName={site.siteName}
          about={site.about}
          contactEmail={site.contactEmail}
          copyright={words.copyright(years, site.copyrightHolder || site.siteName)}
          menu={
            foot.length > 0
              ? { title: words.inThePaper, entries: shown(foot) }
              : { title: words.allSections, entries: shelves }
          }
          pages={pages}
          links={[
            at('/latest', words.latest),
            at('/search', words.search),
            at('/archive', words.archive),
            at('/newsletter', words.newsletter),
            at('/corrections', words.corrections),
            { href: '/feed.xml', label: words.feed },
          ]}
          words={words}
        >
          {!path.startsWith('/newsletter') && (
            <NewsletterBox source="footer" words={words.newsletterBox} consent={consentNow(site)} />
          )}
        </SiteFooter>
      </body>
    </html>
  );
}
