import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { readLookForDesk } from '@/features/settings/read';
import { NoEntry } from '@/features/users/ui/desk/no-entry';
import { SettingsTabs } from '../settings-tabs';
import { LookPage } from './look-page.client';

export const metadata: Metadata = { title: 'Logo and colours' };

export default async function LookSettingsPage() {
  const look = await readLookForDesk();
  if (!look) return <NoEntry />;
  return (
    <>
      <PageHeader
        title="Logo and colours"
        description="What the paper looks like to readers, on its pages and in its mails."
      >
        <SettingsTabs current="look" />
      </PageHeader>
      <LookPage {...look} />
    </>
  );
}
