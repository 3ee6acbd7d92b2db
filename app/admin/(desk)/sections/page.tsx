import type { Metadata } from 'next';
import { readSectionsForDesk } from '@/features/taxonomy/read';
import { SectionsPage } from '@/features/taxonomy/ui/desk/sections-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Sections' };

export default async function DeskSectionsPage() {
  const sections = await readSectionsForDesk();
  return sections ? <SectionsPage sections={sections} /> : <NoEntry />;
}
