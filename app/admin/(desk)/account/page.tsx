import type { Metadata } from 'next';
import { readSite } from '@/features/settings/read';
import { readAccount } from '@/features/users/read';
import { AccountPage } from '@/features/users/ui/desk/account-page';

export const metadata: Metadata = { title: 'Your account' };

export default async function OwnAccountPage() {
  const [account, { timeZone }] = await Promise.all([readAccount(), readSite()]);
  return <AccountPage {...account} timeZone={timeZone} />;
}
