import { readBoard } from '@/features/articles/read/planning';
import { BoardPage } from '@/features/articles/ui/desk/planning/board-page';

export const metadata = { title: 'Board' };

export default async function BoardRoute() {
  return <BoardPage {...(await readBoard())} />;
}
