import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { readSite } from '@/features/settings/read';
import { readStaff } from '@/features/users/read';
import { NoEntry } from '@/features/users/ui/desk/no-entry';
import { StaffTable } from '@/features/users/ui/desk/staff-table';

export const metadata: Metadata = { title: 'Users' };

export default async function UsersPage() {
  const [list, { timeZone }] = await Promise.all([readStaff(), readSite()]);
  if (!list) return <NoEntry />;
  return (
    <>
      <PageHeader
        title="Users"
        description="Who signs in here, and what each may do."
        actions={
          <ButtonLink href="/admin/users/invite" variant="primary">
            Invite somebody
          </ButtonLink>
        }
      />
      <StaffTable staff={list.staff} selfId={list.self.id} timeZone={timeZone} />
    </>
  );
}
