import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { readSections } from '@/features/taxonomy/read';
import { readStaff } from '@/features/users/read';
import { InviteForm } from '@/features/users/ui/desk/invite-form';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Invite somebody' };

export default async function InvitePage() {
  const [list, sections] = await Promise.all([readStaff(), readSections()]);
  if (!list) return <NoEntry />;
  return (
    <>
      <PageHeader
        title="Invite somebody"
        description="They get a mail with a link and choose their own password."
        back={{ href: '/admin/users', label: 'Users' }}
      />
      <InviteForm sections={sections} />
    </>
  );
}
