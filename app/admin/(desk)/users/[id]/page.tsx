import type { Metadata } from 'next';
import { readSite } from '@/features/settings/read';
import { readSections } from '@/features/taxonomy/read';
import { readStaffMember } from '@/features/users/read';
import { NoEntry } from '@/features/users/ui/desk/no-entry';
import { PersonPage } from '@/features/users/ui/desk/person-page';

export const metadata: Metadata = { title: 'User' };

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [found, sections, { timeZone }] = await Promise.all([
    readStaffMember(/^\d{1,15}$/.test(id) ? Number(id) : 0),
    readSections(),
    readSite(),
  ]);
  if (!found) return <NoEntry />;
  const { self, ...rest } = found;
  return (
    <PersonPage {...rest} isSelf={self.id === found.person.id} sections={sections} timeZone={timeZone} />
  );
}
