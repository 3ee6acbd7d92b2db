import { PageHeader } from '@/components/ui/page-header';
import type { readBoard } from '../../../read/planning';
import { StageBoard } from './stage-board.client';

/** Stories by where they stand: from draft to live today (D13). */
export function BoardPage({ columns, tomorrow, paper }: Awaited<ReturnType<typeof readBoard>>) {
  return (
    <>
      <PageHeader
        title="Board"
        description={
          <>
            <span className="max-sm:hidden pointer-coarse:hidden">
              Drag a story to the next desk, or pick it up on its handle with Space, carry it with the arrows,
              and put it down with Space.
            </span>
            <span className="hidden max-sm:inline pointer-coarse:inline">
              Press a story’s handle to move it to the next desk.
            </span>
          </>
        }
      />
      <StageBoard columns={columns} tomorrow={tomorrow} timeZone={paper.timeZone} />
    </>
  );
}
