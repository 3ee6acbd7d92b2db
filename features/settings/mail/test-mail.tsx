import { Letter, LetterSmall } from '@/lib/mailer/letter';

/** The mail behind "Send a test". */
export function TestMail({ siteName, name, host }: { siteName: string; name: string; host: string | null }) {
  return (
    <Letter siteName={siteName} name={name}>
      <p>This is a test. You read it, so mail of {siteName} arrives.</p>
      <LetterSmall>
        {host === null ? 'It was kept in the mailbox of the desk.' : `It was sent over ${host}.`} You need not
        answer.
      </LetterSmall>
    </Letter>
  );
}
