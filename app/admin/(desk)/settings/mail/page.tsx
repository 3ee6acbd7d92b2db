import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { readMailForDesk } from '@/features/settings/read';
import { MailPage } from '@/features/settings/ui/desk/mail-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';
import { SettingsTabs } from '../settings-tabs';

export const metadata: Metadata = { title: 'Mail' };

export default async function MailSettingsPage() {
  const found = await readMailForDesk();
  if (!found) return <NoEntry />;
  return (
    <>
      <PageHeader
        title="Mail"
        description="The server that takes the paper’s mail and carries it on: newsletters, confirmations, invitations."
      >
        <SettingsTabs current="mail" />
      </PageHeader>
      <MailPage {...found} />
    </>
  );
}
