import { readSite } from '@/features/settings/read';
import { readDeletedForDesk } from '@/features/taxonomy/read';
import { DeletedPage } from '@/features/taxonomy/ui/desk/deleted-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';
import { TrashTabs } from '../trash-tabs';

export const metadata = { title: 'Sections, tags, series and authors in the trash' };

export default async function DeletedShelvesRoute() {
  const [found, { timeZone, trashDays }] = await Promise.all([readDeletedForDesk(), readSite()]);
  if (!found) return <NoEntry />;
  return (
    <DeletedPage {...found} timeZone={timeZone} days={trashDays} tabs={<TrashTabs current="shelves" />} />
  );
}
