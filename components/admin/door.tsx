import type { ReactNode } from 'react';
import { Logo, type LogoPicture } from '../logo';

interface DoorProps {
  siteName: string;
  /** Stand in the name's place. */
  logo?: LogoPicture | null;
  darkLogo?: LogoPicture | null;
  title: string;
  /** A sentence on what is asked for. */
  description?: ReactNode;
  children: ReactNode;
}

/** A page before the desk: signing in, setting up, a new password. The name, a title, one form. */
export function Door({ siteName, logo, darkLogo, title, description, children }: DoorProps) {
  return (
    <main id="content" className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-6 px-4 py-12">
      <p className="door border-ink border-b-2 pb-3 text-center font-bold font-serif text-3xl tracking-tight">
        <a href="/" className="text-ink no-underline">
          {logo ? <Logo name={siteName} logo={logo} darkLogo={darkLogo} /> : siteName}
        </a>
      </p>
      <div>
        <h1 className="font-semibold font-serif text-xl">{title}</h1>
        {description && <div className="mt-1 text-muted text-sm">{description}</div>}
      </div>
      {children}
    </main>
  );
}
