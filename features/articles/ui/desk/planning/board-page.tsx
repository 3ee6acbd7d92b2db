import { PageHeader } from '@/components/ui/page-header';
import type { readBoard } from '../../../read/planning';
import { StageBoard } from './stage-board.client';

/** Stories by where they stand: from draft to live today (D13). */
export function BoardPage({ columns, tomorrow, paper }: Awaited<ReturnType<typeof readBoard>>) {
  return (
    <>
      <PageHeader
        title="Board"
        description="Drag a story to the next desk, or pick it up on its handle with Space, carry it with the arrows, and put it down with Space."
      />
      <StageBoard columns={columns} tomorrow={tomorrow} timeZone={paper.timeZone} />
    </>
  );
}
