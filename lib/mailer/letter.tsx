import type { ReactNode } from 'react';

const page = { margin: 0, padding: '24px 16px', backgroundColor: '#ffffff', color: '#1a1a1a' };
const column = { maxWidth: 520, margin: '0 auto', font: '16px/1.5 Georgia, serif' };
const masthead = { fontSize: 20, fontWeight: 700, borderBottom: '1px solid #1a1a1a', paddingBottom: 12 };
const button = {
  display: 'inline-block',
  padding: '10px 18px',
  backgroundColor: '#1a1a1a',
  color: '#ffffff',
  textDecoration: 'none',
  fontFamily: 'Helvetica, Arial, sans-serif',
};
const small = { fontSize: 14, color: '#555555' };

/** A mail to somebody on the staff: the paper's name, a few words, at most one link. Mail programs read inline styles only. */
export function Letter({
  siteName,
  name,
  children,
}: {
  siteName: string;
  name: string;
  children: ReactNode;
}) {
  return (
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: a mail is no page of Next. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{siteName}</title>
      </head>
      <body style={page}>
        <div style={column}>
          <p style={masthead}>{siteName}</p>
          <p>Dear {name},</p>
          {children}
        </div>
      </body>
    </html>
  );
}

export function LetterLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p>
      <a href={href} style={button}>
        {children}
      </a>
    </p>
  );
}

export function LetterSmall({ children }: { children: ReactNode }) {
  return <p style={small}>{children}</p>;
}
