import { Letter, LetterLink, LetterSmall } from '@/lib/mailer/letter';
import type { TroubleLine } from '../queries/due-alarm';

interface DueAlarmMailProps {
  siteName: string;
  name: string;
  lines: TroubleLine[];
  timeZone: string;
  url: string;
}

/** To administrators: what was planned and did not come in time. */
export function DueAlarmMail({ siteName, name, lines, timeZone, url }: DueAlarmMailProps) {
  const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long', timeZone });
  return (
    <Letter siteName={siteName} name={name}>
      <p>Something that was planned came more than a minute late, or not at all:</p>
      <ul>
        {lines.map(({ id, title, kind, effectiveAt, appliedAt, failure }) => (
          <li key={`${kind} ${id}`}>
            {kinds[kind]} “{title || 'Untitled story'}”, planned for {time.format(effectiveAt)}:{' '}
            {failure ?? (appliedAt ? `done ${time.format(appliedAt)}.` : 'not done yet.')}
          </li>
        ))}
      </ul>
      <LetterLink href={url}>Look at the schedule</LetterLink>
      <LetterSmall>
        The usual causes are a process that was down and a database that could not be reached. You get one
        such mail, until everything has been on time for ten minutes.
      </LetterSmall>
    </Letter>
  );
}

const kinds = {
  publish: 'Publication of',
  update: 'Update of',
  withdraw: 'Withdrawal of',
  kill: 'Killing of',
  arrange: 'Planned change of',
} as const;
