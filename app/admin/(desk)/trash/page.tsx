import { readTrash } from '@/features/articles/read/trash';
import { TrashPage } from '@/features/articles/ui/desk/trash/trash-page';

import { TrashTabs } from './trash-tabs';

export const metadata = { title: 'Trash' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function TrashRoute({ searchParams }: { searchParams: Search }) {
  return <TrashPage {...(await readTrash(await searchParams))} tabs={<TrashTabs current="stories" />} />;
}
