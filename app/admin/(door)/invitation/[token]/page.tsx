import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { readLink } from '@/features/users/read';
import { AcceptInvitationForm } from '@/features/users/ui/desk/door-forms';
import { PaperDoor } from '../../paper-door';

export const metadata: Metadata = { title: 'Welcome' };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await readLink('invitation', token);
  return (
    <PaperDoor title="Welcome" description={link && `Choose a password for ${link.email}, and you are in.`}>
      {link ? (
        <AcceptInvitationForm token={token} email={link.email} name={link.name} />
      ) : (
        <Notice
          tone="warning"
          title="This invitation works no more"
          action={<ButtonLink href="/admin/login">Sign in</ButtonLink>}
        >
          It was used already, or it is older than seven days. Ask whoever invited you for a new one.
        </Notice>
      )}
    </PaperDoor>
  );
}
