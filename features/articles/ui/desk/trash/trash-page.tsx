import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { PurgeAction } from '@/components/ui/purge-action';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import { GoesAt } from '@/components/ui/trash-list';
import { purgeStoryAction } from '../../../actions';
import type { readTrash } from '../../../read/trash';
import { DeskTime } from '../list/desk-time';
import { RestoreButton } from './restore-button.client';

type TrashPageProps = Awaited<ReturnType<typeof readTrash>> & {
  /** The way to what else lies in the trash. */
  tabs: ReactNode;
};

/** What was thrown away, by whom and when, and the way back (D17). */
export function TrashPage({ page: { lines, next }, isFirst, paper, days, mayPurge, tabs }: TrashPageProps) {
  return (
    <>
      <PageHeader
        title="Trash"
        description={`${keeping(days)} Their plans were cancelled when they came here, and can be made anew when they are taken out.`}
      >
        {tabs}
      </PageHeader>
      {lines.length === 0 ? (
        <EmptyState
          title={isFirst ? 'The trash is empty' : 'That was the last'}
          icon={<Trash2 />}
          action={!isFirst && <ButtonLink href="/admin/trash">Show the whole trash</ButtonLink>}
        >
          {isFirst &&
            'A story that is not live is thrown away from its own page or from the list of stories.'}
        </EmptyState>
      ) : (
        <Table caption="Stories in the trash, the last thrown away first">
          <TableHead>
            <tr>
              <TableHeading>Headline</TableHeading>
              <TableHeading className="max-md:hidden">Section</TableHeading>
              <TableHeading>Thrown away</TableHeading>
              <TableHeading>Goes for good</TableHeading>
              <TableHeading>
                <span className="sr-only">Take out</span>
              </TableHeading>
            </tr>
          </TableHead>
          <TableBody>
            {lines.map(({ articleId, title, section, trashedAt, trashedBy, mayRestore, mayGo, plans }) => (
              <TableRow key={articleId}>
                <TableCell className="max-w-md">
                  <a
                    href={`/admin/articles/${articleId}`}
                    dir="auto"
                    className="font-serif text-base no-underline hover:underline"
                  >
                    {title || 'Untitled story'}
                  </a>
                </TableCell>
                <TableCell className="max-md:hidden">{section}</TableCell>
                <TableCell>
                  <DeskTime at={trashedAt} timeZone={paper.timeZone} />
                  {trashedBy && <span className="block text-muted text-xs">by {trashedBy}</span>}
                </TableCell>
                <TableCell>
                  {mayGo ? (
                    <GoesAt thrownAt={trashedAt} days={days} timeZone={paper.timeZone} />
                  ) : (
                    <span className="text-muted">Stays: readers have had it</span>
                  )}
                </TableCell>
                <TableCell>
                  <div className="flex flex-wrap justify-end gap-2">
                    {mayRestore && (
                      <RestoreButton
                        articleId={articleId}
                        title={title || 'Untitled story'}
                        plans={plans}
                        timeZone={paper.timeZone}
                      />
                    )}
                    {mayPurge && mayGo && (
                      <PurgeAction
                        action={purgeStoryAction}
                        values={{ articleId }}
                        name={title || 'Untitled story'}
                      >
                        Every version of it goes, with its notes and what was planned for it.
                      </PurgeAction>
                    )}
                  </div>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Pagination
        label="Pages of the trash"
        previousHref={isFirst ? null : '/admin/trash'}
        previousLabel="Top"
        nextHref={next ? `/admin/trash?${new URLSearchParams({ after: next })}` : null}
      />
    </>
  );
}

const keeping = (days: number): string =>
  days === 0
    ? 'Stories stay here, with every version, until somebody takes them out: nothing is deleted by itself.'
    : `Stories lie here, with every version, for ${days === 1 ? 'a day' : `${days} days`}; then they are deleted for good, but for those that readers have had.`;
