import type { Metadata } from 'next';
import { Door } from '@/components/admin/door';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { readSite } from '@/features/settings/read';
import { readLink } from '@/features/users/read';
import { AcceptInvitationForm } from '@/features/users/ui/desk/door-forms';

export const metadata: Metadata = { title: 'Welcome' };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [{ siteName }, link] = await Promise.all([readSite(), readLink('invitation', token)]);
  return (
    <Door
      siteName={siteName}
      title="Welcome"
      description={link && `Choose a password for ${link.email}, and you are in.`}
    >
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
    </Door>
  );
}
