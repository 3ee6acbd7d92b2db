import type { Metadata } from 'next';
import { readCampaigns } from '@/features/newsletter/read/desk';
import { CampaignsPage } from '@/features/newsletter/ui/desk/campaigns-page';
import { readSite } from '@/features/settings/read';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Newsletter' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function DeskNewsletterPage({ searchParams }: { searchParams: Search }) {
  const { before } = await searchParams;
  const last = typeof before === 'string' && /^\d{1,15}$/.test(before) ? Number(before) : undefined;
  const [page, { timeZone }] = await Promise.all([readCampaigns(last), readSite()]);
  return page ? <CampaignsPage {...page} timeZone={timeZone} /> : <NoEntry />;
}
