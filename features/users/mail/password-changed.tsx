import { Letter, LetterLink, LetterSmall } from '@/lib/mailer/letter';

export function PasswordChangedMail({
  siteName,
  name,
  url,
}: {
  siteName: string;
  name: string;
  url: string;
}) {
  return (
    <Letter siteName={siteName} name={name}>
      <p>
        The password of your account here was changed just now. Everything that was signed in with the old one
        has been signed out.
      </p>
      <p>If that was you, there is nothing to do. If it was not, choose a new password at once:</p>
      <LetterLink href={url}>Ask for a new password</LetterLink>
      <LetterSmall>And tell an administrator of the paper.</LetterSmall>
    </Letter>
  );
}
