import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readSectionsForDesk } from '@/features/taxonomy/read';
import { SectionPage } from '@/features/taxonomy/ui/desk/section-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Section' };

export default async function DeskSectionPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, sections] = await Promise.all([params, readSectionsForDesk()]);
  if (!sections) return <NoEntry />;
  const section = sections.find((row) => String(row.id) === id);
  if (!section) notFound();
  return <SectionPage section={section} sections={sections} />;
}
