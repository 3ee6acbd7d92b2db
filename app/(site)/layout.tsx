import './site.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { readSite } from '@/features/settings/read';
import { textDirection } from '@/lib/text-direction';
import { themeScript } from '@/lib/theme-script';
import { fontVariables } from '../fonts';

// Rendered on request: the press is the only cache, and it must see what each page touched.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName, description, tagline } = await readSite();
  return {
    title: { default: tagline ? `${siteName}: ${tagline}` : siteName, template: `%s · ${siteName}` },
    description: description || tagline || undefined,
    robots: { 'max-image-preview': 'large' },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcf8' },
    { media: '(prefers-color-scheme: dark)', color: '#171614' },
  ],
};

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const site = await readSite();
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
      <body>{children}</body>
    </html>
  );
}
