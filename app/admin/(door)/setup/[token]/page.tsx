import type { Metadata } from 'next';
import { Door } from '@/components/admin/door';
import { SetUpForm } from '@/features/settings/ui/desk/set-up-form';
import { readIsSetUp, readLink } from '@/features/users/read';
import { SetUpClosed } from '../closed';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [isSetUp, link] = await Promise.all([readIsSetUp(), readLink('setup', token)]);
  if (isSetUp || !link) return <SetUpClosed isSetUp={isSetUp} />;
  return (
    <Door
      siteName="Broadsheet"
      title="Set up your paper"
      description="Name it, and make yourself its first administrator. Everything here can be changed later."
    >
      <SetUpForm token={token} />
    </Door>
  );
}
