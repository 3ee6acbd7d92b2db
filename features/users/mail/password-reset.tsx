import { Letter, LetterLink, LetterSmall } from '@/lib/mailer/letter';

export function PasswordResetMail({ siteName, name, url }: { siteName: string; name: string; url: string }) {
  return (
    <Letter siteName={siteName} name={name}>
      <p>Somebody, most likely you, asked for a new password for your account here.</p>
      <LetterLink href={url}>Choose a new password</LetterLink>
      <LetterSmall>
        The link works once and for one hour. If you did not ask, do nothing: your password stays as it is.
      </LetterSmall>
    </Letter>
  );
}
