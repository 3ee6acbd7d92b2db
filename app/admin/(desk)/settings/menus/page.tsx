import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { readMenusForDesk } from '@/features/articles/read/menus';
import { MenusPage } from '@/features/articles/ui/desk/menus/menus-page.client';
import { saveMenusAction } from '@/features/settings/actions';
import { NoEntry } from '@/features/users/ui/desk/no-entry';
import { SettingsTabs } from '../settings-tabs';

export const metadata: Metadata = { title: 'Menus' };

export default async function DeskMenusPage() {
  const menus = await readMenusForDesk();
  if (!menus) return <NoEntry />;
  return (
    <>
      <PageHeader title="Menus" description="The ways through the paper, over and under every page.">
        <SettingsTabs current="menus" />
      </PageHeader>
      <MenusPage {...menus} save={saveMenusAction} />
    </>
  );
}
