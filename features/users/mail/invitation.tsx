import { Letter, LetterLink, LetterSmall } from '@/lib/mailer/letter';

export function InvitationMail({
  siteName,
  name,
  role,
  url,
}: {
  siteName: string;
  name: string;
  role: string;
  url: string;
}) {
  return (
    <Letter siteName={siteName} name={name}>
      <p>
        You are invited to write for {siteName}, as {/^[aeiou]/.test(role) ? 'an' : 'a'} {role}. Choose a
        password and you are in.
      </p>
      <LetterLink href={url}>Accept the invitation</LetterLink>
      <LetterSmall>
        The link works once and for seven days. If you expected nothing of the kind, do nothing.
      </LetterSmall>
    </Letter>
  );
}
