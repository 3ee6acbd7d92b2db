import { Letter, LetterLink, LetterSmall } from '@/lib/mailer/letter';

export interface NoticeMailProps {
  siteName: string;
  name: string;
  byName: string;
  title: string;
  /** What was noted; null when the story was given. */
  text: string | null;
  /** By when it is wanted, in words. */
  due: string | null;
  url: string;
  /** Where such mails are turned off. */
  settingsUrl: string;
}

/** Somebody was named in a note, or was given a story. */
export function NoticeMail({ siteName, name, byName, title, text, due, url, settingsUrl }: NoticeMailProps) {
  return (
    <Letter siteName={siteName} name={name}>
      {text === null ? (
        <p>
          {byName} gave you “{title}” to finish{due ? `, by ${due}` : ''}.
        </p>
      ) : (
        <>
          <p>
            {byName} named you in a note on “{title}”:
          </p>
          <blockquote style={quote} dir="auto">
            {text.split('\n').map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that does not change have no other name
              <span key={n}>
                {line}
                <br />
              </span>
            ))}
          </blockquote>
        </>
      )}
      <LetterLink href={url}>{text === null ? 'Open the story' : 'Read and answer'}</LetterLink>
      <LetterSmall>
        Notes are for the desk alone. <a href={settingsUrl}>Stop these mails</a>; the desk shows them all the
        same.
      </LetterSmall>
    </Letter>
  );
}

const quote = { margin: '16px 0', paddingLeft: 12, borderLeft: '3px solid #b3b3b3', color: '#333333' };
