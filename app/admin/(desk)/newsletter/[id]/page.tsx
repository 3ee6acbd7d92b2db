import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readCampaign } from '@/features/newsletter/read/desk';
import { CampaignPage } from '@/features/newsletter/ui/desk/campaign-page';
import { ComposePage } from '@/features/newsletter/ui/desk/compose-page';
import { readSite } from '@/features/settings/read';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Issue' };

export default async function DeskIssuePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [found, { timeZone }] = await Promise.all([
    readCampaign(/^\d{1,15}$/.test(id) ? Number(id) : 0),
    readSite(),
  ]);
  if (!found) return <NoEntry />;
  if (found === 'missing') notFound();
  return found.campaign.state === 'draft' ? (
    <ComposePage key={found.campaign.id} {...found} timeZone={timeZone} />
  ) : (
    <CampaignPage {...found} timeZone={timeZone} />
  );
}
