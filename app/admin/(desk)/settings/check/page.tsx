import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { readSettingsForDesk } from '@/features/settings/read';
import { DeskCheckForm } from '@/features/settings/ui/desk/desk-check-form';
import { NoEntry } from '@/features/users/ui/desk/no-entry';
import { SettingsTabs } from '../settings-tabs';

export const metadata: Metadata = { title: 'Desk check' };

export default async function DeskCheckSettingsPage() {
  const settings = await readSettingsForDesk();
  if (!settings) return <NoEntry />;
  return (
    <>
      <PageHeader
        title="Desk check"
        description="What is looked at before a story goes out: said, or held back until it is put right. It holds for the button, for plans and for every other way out."
      >
        <SettingsTabs current="check" />
      </PageHeader>
      <DeskCheckForm deskCheck={settings.deskCheck} />
    </>
  );
}
