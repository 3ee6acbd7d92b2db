import type { Metadata } from 'next';
import { readSeriesForDesk } from '@/features/taxonomy/read';
import { SeriesPage } from '@/features/taxonomy/ui/desk/series-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Series' };

export default async function DeskSeriesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const found = await readSeriesForDesk(/^\d{1,15}$/.test(id) ? Number(id) : 0);
  return found ? <SeriesPage {...found} /> : <NoEntry />;
}
