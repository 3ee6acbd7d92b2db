import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { readSettingsForDesk } from '@/features/settings/read';
import { CommentRulesForm } from '@/features/settings/ui/desk/comment-rules-form';
import { NoEntry } from '@/features/users/ui/desk/no-entry';
import { SettingsTabs } from '../settings-tabs';

export const metadata: Metadata = { title: 'Rules for comments' };

export default async function CommentSettingsPage() {
  const settings = await readSettingsForDesk();
  if (!settings) return <NoEntry />;
  return (
    <>
      <PageHeader title="Comments" description="What a comment has to pass before readers see it.">
        <SettingsTabs current="comments" />
      </PageHeader>
      <CommentRulesForm settings={settings} />
    </>
  );
}
