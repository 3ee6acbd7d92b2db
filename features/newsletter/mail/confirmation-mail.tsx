import type { MailLook } from '@/db/schema/newsletter';
import { messages } from '@/lib/messages';
import { ButtonLink, MailFrame, MailName, Paragraph, PostalAddress, Row, Rule } from './mail-frame';
import { faces, palette } from './palette';

export interface ConfirmationMailProps {
  siteName: string;
  language: string;
  look: MailLook;
  /** The paper's address, no slash at the end. */
  origin: string;
  /** Names of the lists that were asked for; the paper's own words, nothing that was typed into the form. */
  lists: string[];
  /** `new`: the page with the button to confirm. `known`: the page with what is received already. */
  kind: 'new' | 'known';
  href: string;
  days: number;
  postalAddress: string;
}

/** The mail after a sign-up. No word in it comes from the public (N3): anybody may type anybody's address. */
export function ConfirmationMail({
  siteName,
  language,
  look,
  origin,
  lists,
  kind,
  href,
  days,
  postalAddress,
}: ConfirmationMailProps) {
  const words = messages(language).newsletter.mail;
  const isNew = kind === 'new';
  return (
    <MailFrame language={language} subject={subjectOf(siteName, language, kind)} previewText="" look={look}>
      <Row top={8} bottom={14}>
        <div className="ink" style={{ color: palette.ink }}>
          <MailName siteName={siteName} look={look} origin={origin} />
        </div>
      </Row>
      <Rule weight={2} />
      <Row top={28} bottom={12}>
        <Paragraph>{isNew ? words.confirmIntro : words.knownIntro}</Paragraph>
        <ul
          className="ink"
          style={{
            margin: '0 0 14px',
            paddingLeft: '22px',
            fontFamily: faces.serif,
            fontSize: '17px',
            lineHeight: '27px',
            color: palette.ink,
          }}
        >
          {lists.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        {isNew && <Paragraph>{words.confirmHow}</Paragraph>}
        <ButtonLink href={href}>{isNew ? words.confirmButton : words.knownButton}</ButtonLink>
        {isNew && <Paragraph quiet>{words.confirmIgnore(days)}</Paragraph>}
        <PostalAddress of={siteName} lines={postalAddress} />
      </Row>
    </MailFrame>
  );
}

export const subjectOf = (
  siteName: string,
  language: string,
  kind: ConfirmationMailProps['kind'],
): string => {
  const words = messages(language).newsletter.mail;
  return kind === 'new' ? words.confirmSubject(siteName) : words.knownSubject(siteName);
};
