import type { ReactNode } from 'react';
import { PurgeAction } from '@/components/ui/purge-action';
import { RestoreAction } from '@/components/ui/restore-action.client';
import { TrashList } from '@/components/ui/trash-list';
import { purgeDeletedAction, restoreDeletedAction } from '../../actions';
import type { DeletedShelf, ShelfKind } from '../../queries';

const kinds: Record<ShelfKind, { name: string; at: string }> = {
  section: { name: 'Section', at: '' },
  tag: { name: 'Tag', at: '/tag' },
  series: { name: 'Series', at: '/series' },
  author: { name: 'Author', at: '/author' },
};

interface DeletedPageProps {
  deleted: DeletedShelf[];
  timeZone: string;
  days: number;
  mayPurge: boolean;
  tabs: ReactNode;
}

/** Sections, tags, series and bylines that were deleted, and the way back (D17). */
export const DeletedPage = ({ deleted, timeZone, days, mayPurge, tabs }: DeletedPageProps) => (
  <TrashList
    tabs={tabs}
    timeZone={timeZone}
    days={days}
    description="Each that is taken out has its address again, unless another took it meanwhile. A tag that was merged gets its stories back, but for those whose tags were changed since."
    caption="Sections, tags, series and authors in the trash, the last deleted first"
    empty="Sections, tags, series and authors are deleted from their own pages."
    things={deleted.map(({ id, kind, name, slug, deletedAt, deletedBy, mergedInto }) => ({
      key: id,
      what: (
        <>
          <span className="block font-medium" dir="auto">
            {name}
          </span>
          <span className="text-muted text-xs">
            {kinds[kind].name}, {kinds[kind].at}/{slug}
            {mergedInto && (
              <>
                , merged into <span dir="auto">“{mergedInto.name}”</span>
              </>
            )}
          </span>
        </>
      ),
      at: deletedAt,
      by: deletedBy,
      restore: (
        <RestoreAction
          action={restoreDeletedAction}
          values={{ deletedId: id }}
          name={name}
          label={mergedInto ? 'Undo merge' : 'Take out'}
        />
      ),
      purge: mayPurge && (
        <PurgeAction action={purgeDeletedAction} values={{ deletedId: id }} name={name}>
          {mergedInto ? 'The merge stays, and can no longer be undone.' : 'It can no longer be taken out.'}
        </PurgeAction>
      ),
    }))}
  />
);
