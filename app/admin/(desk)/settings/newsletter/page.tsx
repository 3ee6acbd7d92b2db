import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { consentNow } from '@/features/newsletter/read/site';
import { readSettingsForDesk } from '@/features/settings/read';
import { NewsletterRulesForm } from '@/features/settings/ui/desk/newsletter-rules-form';
import { NoEntry } from '@/features/users/ui/desk/no-entry';
import { SettingsTabs } from '../settings-tabs';

export const metadata: Metadata = { title: 'Rules for newsletters' };

export default async function NewsletterSettingsPage() {
  const settings = await readSettingsForDesk();
  if (!settings) return <NoEntry />;
  const { wording } = consentNow({ ...settings, newsletterConsent: '' });
  return (
    <>
      <PageHeader
        title="Newsletter"
        description="What readers agree to, and what stands on every mail to them."
      >
        <SettingsTabs current="newsletter" />
      </PageHeader>
      <NewsletterRulesForm settings={settings} ownConsent={wording} />
    </>
  );
}
