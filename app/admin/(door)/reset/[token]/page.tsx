import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { readLink } from '@/features/users/read';
import { ResetPasswordForm } from '@/features/users/ui/desk/door-forms';
import { PaperDoor } from '../../paper-door';

export const metadata: Metadata = { title: 'A new password' };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await readLink('reset', token);
  return (
    <PaperDoor
      title="Choose a new password"
      description={
        link && `For ${link.email}. Everything that is signed in with the old one will be signed out.`
      }
    >
      {link ? (
        <ResetPasswordForm token={token} email={link.email} />
      ) : (
        <Notice
          tone="warning"
          title="This link works no more"
          action={<ButtonLink href="/admin/reset">Ask for a new one</ButtonLink>}
        >
          It was used already, or it is older than an hour.
        </Notice>
      )}
    </PaperDoor>
  );
}
