import type { Metadata } from 'next';
import { readAllSeriesForDesk } from '@/features/taxonomy/read';
import { AllSeriesPage } from '@/features/taxonomy/ui/desk/all-series-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Series' };

export default async function DeskAllSeriesPage() {
  const series = await readAllSeriesForDesk();
  return series ? <AllSeriesPage series={series} /> : <NoEntry />;
}
