import { readDeletedFiles } from '@/features/media/read';
import { DeletedFilesPage } from '@/features/media/ui/desk/deleted-files-page';
import { TrashTabs } from '../trash-tabs';

export const metadata = { title: 'Pictures and files in the trash' };

export default async function DeletedFilesRoute() {
  return <DeletedFilesPage {...(await readDeletedFiles())} tabs={<TrashTabs current="files" />} />;
}
