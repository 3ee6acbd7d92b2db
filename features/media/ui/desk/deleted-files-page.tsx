import type { ReactNode } from 'react';
import { PurgeAction } from '@/components/ui/purge-action';
import { RestoreAction } from '@/components/ui/restore-action.client';
import { TrashList } from '@/components/ui/trash-list';
import { purgeMediaAction, restoreMediaAction } from '../../actions';
import type { DeletedFile } from '../../queries';

const kinds: Record<DeletedFile['kind'], string> = {
  picture: 'Picture',
  document: 'Document',
  audio: 'Sound',
  video: 'Film',
};

interface DeletedFilesPageProps {
  files: (DeletedFile & { mayRestore: boolean })[];
  timeZone: string;
  days: number;
  mayPurge: boolean;
  tabs: ReactNode;
}

/** What was deleted from the library, and the way back (D17). Nothing of it is shown: its addresses answer nobody. */
export const DeletedFilesPage = ({ files, timeZone, days, mayPurge, tabs }: DeletedFilesPageProps) => (
  <TrashList
    tabs={tabs}
    timeZone={timeZone}
    days={days}
    description="Files lie here with their words; nobody can open them meanwhile."
    caption="Pictures and files in the trash, the last deleted first"
    empty="A file that no story uses is deleted in the library."
    things={files.map(({ id, kind, filename, alt, deletedAt, deletedBy, mayRestore }) => ({
      key: id,
      what: (
        <>
          <span className="block break-all font-medium">{filename}</span>
          <span className="text-muted text-xs" dir="auto">
            {kinds[kind]}
            {alt && `: ${alt}`}
          </span>
        </>
      ),
      at: deletedAt ?? new Date(0),
      by: deletedBy,
      restore: mayRestore && (
        <RestoreAction action={restoreMediaAction} values={{ mediaId: id }} name={filename} />
      ),
      purge: mayPurge && (
        <PurgeAction action={purgeMediaAction} values={{ mediaId: id }} name={filename}>
          The file is erased. Old versions of stories that showed it keep their words.
        </PurgeAction>
      ),
    }))}
  />
);
