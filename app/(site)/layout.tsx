import './site.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Masthead, type MenuEntry } from '@/components/site/masthead';
import { NewsletterBox } from '@/components/site/newsletter-box';
import { SiteFooter } from '@/components/site/site-footer';
import { readSite } from '@/features/settings/read';
import { readSections } from '@/features/taxonomy/read';
import { formatDate, startOfMonth, startOfNextDay, yearSpan, zonedDay, zonedYear } from '@/lib/dates';
import { messages } from '@/lib/messages';
import { goodUntil } from '@/lib/press-notes';
import { requestPathHeader } from '@/lib/request-path';
import { textDirection } from '@/lib/text-direction';
import { themeScript } from '@/lib/theme-script';
import { fontVariables } from '../fonts';
import { themeColor } from '../theme-color';

// Rendered on request: the press is the only cache, and it must see what each page touched.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName, description, tagline } = await readSite();
  return {
    title: { default: tagline ? `${siteName}: ${tagline}` : siteName, template: `%s · ${siteName}` },
    description: description || tagline || undefined,
    robots: { 'max-image-preview': 'large' },
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/apple-touch-icon.png' },
  };
}

export const viewport: Viewport = { themeColor };

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [site, sections, asked] = await Promise.all([readSite(), readSections(), headers()]);
  const { shell: words, newsletter } = messages(site.language);
  const path = asked.get(requestPathHeader)?.split('?')[0] ?? '';
  const now = new Date();
  const isFront = path === '/';
  const year = zonedYear(now, site.timeZone);
  goodUntil(isFront ? startOfNextDay(now, site.timeZone) : startOfMonth(year + 1, 1, site.timeZone));

  const at = (href: string, label: string): MenuEntry => ({ href, label, current: path === href });
  const shelves = sections.filter(({ depth }) => depth === 0);
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
      </head>
      <body>
        <a href="#content" className="skip-link">
          {words.skipToContent}
        </a>
        <Masthead
          siteName={site.siteName}
          tagline={site.tagline}
          today={
            isFront ? { iso: zonedDay(now, site.timeZone), text: formatDate(now, 'weekday', site) } : null
          }
          sections={[at('/latest', words.latest), ...shelves.map(({ slug, name }) => at(`/${slug}`, name))]}
          tools={[at('/newsletter', words.newsletter)]}
          words={words}
        />
        {children}
        <SiteFooter
          siteName={site.siteName}
          about={site.about}
          contactEmail={site.contactEmail}
          copyright={words.copyright(years, site.copyrightHolder || site.siteName)}
          sections={sections.map(({ slug, name }) => at(`/${slug}`, name))}
          links={[
            at('/latest', words.latest),
            at('/newsletter', words.newsletter),
            { href: '/feed.xml', label: words.feed },
          ]}
          words={words}
        >
          {!path.startsWith('/newsletter') && (
            <NewsletterBox
              source="footer"
              words={words.newsletterBox}
              consent={newsletter.consent(site.siteName)}
            />
          )}
        </SiteFooter>
      </body>
    </html>
  );
}
