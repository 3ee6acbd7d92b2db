import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { readRedirect } from '@/features/articles/read/redirects';
import { EditRedirect } from '@/features/articles/ui/desk/redirects/edit-redirect';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Redirect' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function DeskRedirectPage({ searchParams }: { searchParams: Search }) {
  const { from } = await searchParams;
  const redirect = await readRedirect(typeof from === 'string' ? from.replaceAll('\0', '') : '');
  if (!redirect) return <NoEntry />;
  return (
    <>
      <PageHeader
        title={`/${redirect.path}`}
        back={{ href: '/admin/settings/redirects', label: 'Redirects' }}
      />
      <EditRedirect {...redirect} />
    </>
  );
}
