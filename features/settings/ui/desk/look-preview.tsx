import type { CSSProperties } from 'react';
import { Logo } from '@/components/logo';
import { type Accents, accentOf, type Theme } from '@/lib/look';
import type { Logos } from '../../look';

interface LookPreviewProps {
  theme: Theme;
  siteName: string;
  accents: Accents;
  nameInAccent: boolean;
  logos: Logos;
}

/** The parts of a page that a look changes, in one theme. Nothing in it can be pressed. */
export function LookPreview({ theme, siteName, accents, nameInAccent, logos }: LookPreviewProps) {
  const { accent, ground } = accentOf(accents, theme);
  return (
    <figure className="space-y-2">
      <figcaption className="text-muted text-xs">
        {theme === 'light' ? 'Light theme' : 'Dark theme'}
      </figcaption>
      <div
        data-theme={theme}
        // What readers get by the style in the head stands here on the one part.
        style={{ '--accent': accent, '--accent-ground': ground } as CSSProperties}
        className="overflow-hidden rounded-md border border-rule bg-paper font-serif text-ink"
      >
        <p className="bg-accent px-4 py-1.5 font-sans text-paper text-sm">
          <b>Breaking</b> The bridge is closed.
        </p>
        <div className="space-y-3 p-4">
          <div className="border-ink border-b-2 pb-3 text-center font-extrabold text-2xl tracking-tight [&_.logo]:mx-auto [&_.logo]:h-10 [&_.logo]:max-w-full">
            {logos.logo ? (
              <Logo name={siteName} logo={logos.logo} darkLogo={logos.darkLogo} />
            ) : (
              <span className={nameInAccent ? 'text-accent' : ''} dir="auto">
                {siteName}
              </span>
            )}
          </div>
          <p className="flex gap-4 font-medium font-sans text-sm">
            <span className="border-current border-b-2 text-accent">News</span>
            <span>Culture</span>
            <span>Sport</span>
          </p>
          <div className="space-y-1">
            <p className="font-sans font-semibold text-accent text-sm">City</p>
            <p className="font-bold text-xl">Trams return to the old bridge</p>
            <p className="text-base">
              The first one leaves at night,{' '}
              <span className="underline decoration-accent decoration-2">as was promised</span>.
            </p>
          </div>
          <p className="bg-accent-ground px-3 py-2 font-sans text-accent text-sm">A comment just published</p>
          <span className="inline-block bg-fill px-4 py-2 font-medium font-sans text-on-fill text-sm">
            Subscribe
          </span>
        </div>
      </div>
    </figure>
  );
}
