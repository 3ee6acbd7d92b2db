import type { Metadata } from 'next';
import { readStaffPages } from '@/features/articles/read/desk';
import { StaffPagesPage } from '@/features/articles/ui/desk/list/staff-pages-page';

export const metadata: Metadata = { title: 'Pages' };

type Search = Promise<{ after?: string | string[] }>;

export default async function DeskPagesPage({ searchParams }: { searchParams: Search }) {
  const { after } = await searchParams;
  const pages = await readStaffPages({ after });
  return <StaffPagesPage {...pages} after={typeof after === 'string' ? after : null} />;
}
