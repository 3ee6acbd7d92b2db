import type { Metadata } from 'next';
import { Door } from '@/components/admin/door';
import { readSite } from '@/features/settings/read';
import { RequestResetForm } from '@/features/users/ui/desk/door-forms';

export const metadata: Metadata = { title: 'A new password' };

export default async function RequestResetPage() {
  const { siteName } = await readSite();
  return (
    <Door
      siteName={siteName}
      title="A new password"
      description="Write the address of your account, and a link to choose a new password comes by mail."
    >
      <RequestResetForm />
    </Door>
  );
}
