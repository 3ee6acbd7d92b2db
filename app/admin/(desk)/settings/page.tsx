import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { readSettingsForDesk } from '@/features/settings/read';
import { SettingsForm } from '@/features/settings/ui/desk/settings-form';
import { NoEntry } from '@/features/users/ui/desk/no-entry';
import { SettingsTabs } from './settings-tabs';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const settings = await readSettingsForDesk();
  if (!settings) return <NoEntry />;
  return (
    <>
      <PageHeader title="Settings" description="What the paper is called and how it behaves, for everybody.">
        <SettingsTabs current="paper" />
      </PageHeader>
      <SettingsForm settings={settings} />
    </>
  );
}
