import type { ReactNode } from 'react';
import type { MailLook } from '@/db/schema/newsletter';
import { logoAddress, logoSize } from '@/lib/logo-files';
import { darkStyles, faces, palette } from './palette';

interface Props {
  language: string;
  subject: string;
  /** Shown by mail programs behind the subject, not in the mail. */
  previewText: string;
  look: MailLook | undefined;
  children: ReactNode;
}

/** Fills the rest of the preview line, so that no program fetches words of the body into it. */
const filler = '\u200c\u00a0'.repeat(90);

/** The sheet every mail to readers is written on: one column of 600 px, tables for old mail programs. */
export function MailFrame({ language, subject, previewText, look, children }: Props) {
  return (
    <html lang={language}>
      {/* biome-ignore lint/style/noHeadElement: a mail is a whole document of its own. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{subject}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; React would escape its quotes. */}
        <style dangerouslySetInnerHTML={{ __html: darkStyles(look?.darkAccent ?? palette.darkAccent) }} />
      </head>
      <body
        className="paper"
        style={{ margin: 0, padding: 0, backgroundColor: palette.paper, WebkitTextSizeAdjust: '100%' }}
      >
        {previewText && (
          <div
            aria-hidden="true"
            style={{
              display: 'none',
              maxHeight: 0,
              overflow: 'hidden',
              fontSize: '1px',
              lineHeight: '1px',
              opacity: 0,
            }}
          >
            {previewText}
            {filler}
          </div>
        )}
        <Table className="paper" style={{ backgroundColor: palette.paper }}>
          <tr>
            <td align="center" style={{ padding: '24px 0' }}>
              <Table width={600} className="sheet" style={{ width: '600px', maxWidth: '100%' }}>
                {children}
              </Table>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  );
}

/** The paper's name at the head of a mail, or its logo; programs that fetch no pictures show the name in its place. */
export function MailName({ siteName, look, origin }: { siteName: string; look?: MailLook; origin: string }) {
  if (!look?.logo) return <span style={nameStyle}>{siteName}</span>;
  const kind = look.darkLogo ? 'logo-light' : 'logo-plate';
  return (
    <>
      <MailLogo siteName={siteName} logo={look.logo} origin={origin} kind={kind} />
      {look.darkLogo && (
        <MailLogo siteName={siteName} logo={look.darkLogo} origin={origin} kind="logo-dark" />
      )}
    </>
  );
}

const nameStyle = { fontFamily: faces.serif, fontSize: '32px', lineHeight: '38px', fontWeight: 700 };
/** Half of what the file has: sharp on good screens. */
const logoInMail = { width: 400, height: 48 };

interface MailLogoProps {
  siteName: string;
  logo: NonNullable<MailLook['logo']>;
  origin: string;
  kind: 'logo-light' | 'logo-dark' | 'logo-plate';
}

const MailLogo = ({ siteName, logo, origin, kind }: MailLogoProps) => (
  // biome-ignore lint/performance/noImgElement: mail programs know no other.
  <img
    src={origin + logoAddress(logo.hash, 'logo')}
    alt={siteName}
    {...logoSize(logo, logoInMail)}
    className={kind}
    style={{ ...nameStyle, display: kind === 'logo-dark' ? 'none' : 'block', border: 0 }}
  />
);

/** A table that only lays out: screen readers are told so. */
export function Table({
  children,
  width = '100%',
  className,
  style,
}: {
  children: ReactNode;
  width?: number | string;
  className?: string;
  style?: React.CSSProperties;
}) {
  return (
    <table
      role="presentation"
      className={className}
      width={width}
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ borderCollapse: 'collapse', ...style }}
    >
      <tbody>{children}</tbody>
    </table>
  );
}

/** One row of the sheet, with the margins of the column. */
export const Row = ({
  children,
  top = 0,
  bottom = 0,
}: {
  children: ReactNode;
  top?: number;
  bottom?: number;
}) => (
  <tr>
    <td className="pad" style={{ padding: `${top}px 32px ${bottom}px` }}>
      {children}
    </td>
  </tr>
);

export const Rule = ({ weight = 1 }: { weight?: number }) => (
  <tr>
    <td className="pad" style={{ padding: '0 32px' }}>
      <div
        className="rule"
        style={{
          borderTop: `${weight}px solid ${weight > 1 ? palette.ink : palette.rule}`,
          fontSize: 0,
          lineHeight: 0,
        }}
      />
    </td>
  </tr>
);

export const Paragraph = ({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) => (
  <p
    className={quiet ? 'quiet' : 'ink'}
    style={{
      margin: '0 0 14px',
      fontFamily: quiet ? faces.sans : faces.serif,
      fontSize: quiet ? '13px' : '17px',
      lineHeight: quiet ? '20px' : '27px',
      color: quiet ? palette.quiet : palette.ink,
    }}
  >
    {children}
  </p>
);

/** A link that looks like a button and is large enough for a thumb. */
export const ButtonLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <p style={{ margin: '20px 0 26px' }}>
    <a
      href={href}
      className="button"
      style={{
        display: 'inline-block',
        padding: '13px 22px',
        fontFamily: faces.sans,
        fontSize: '16px',
        lineHeight: '20px',
        fontWeight: 600,
        textDecoration: 'none',
        color: palette.paper,
        backgroundColor: palette.ink,
      }}
    >
      {children}
    </a>
  </p>
);

/** Who sends this and where they are to be found, as laws on mail ask; nothing while none is set. */
export const PostalAddress = ({ of, lines = '' }: { of: string; lines?: string }) =>
  lines === '' ? null : (
    <Paragraph quiet>
      {[of, ...lines.split('\n')]
        .filter((line, at, all) => line.trim() !== '' && all.indexOf(line) === at)
        .join(' \u00b7 ')}
    </Paragraph>
  );
