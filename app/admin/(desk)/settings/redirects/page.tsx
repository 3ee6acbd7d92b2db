import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { readRedirects } from '@/features/articles/read/redirects';
import { RedirectsPage } from '@/features/articles/ui/desk/redirects/redirects-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';
import { SettingsTabs } from '../settings-tabs';

export const metadata: Metadata = { title: 'Redirects' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function DeskRedirectsPage({ searchParams }: { searchParams: Search }) {
  const { q, after } = await searchParams;
  const text = (sent: string | string[] | undefined) =>
    typeof sent === 'string' ? sent.slice(0, 500).replaceAll('\0', '').trim() : '';
  const matching = text(q);
  const last = text(after) || undefined;
  const page = await readRedirects({ matching, after: last });
  if (!page) return <NoEntry />;
  return (
    <>
      <PageHeader
        title="Redirects"
        description="Old addresses and where they lead, for ever: readers and search engines are sent on in one step."
      >
        <SettingsTabs current="redirects" />
      </PageHeader>
      <RedirectsPage {...page} matching={matching} isFirst={last === undefined} />
    </>
  );
}
