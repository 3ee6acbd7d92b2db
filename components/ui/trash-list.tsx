import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from './empty-state';
import { PageHeader } from './page-header';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from './table';
import { When } from './when';

export interface TrashedThing {
  key: number;
  /** What it is: its name, with a picture or its kind. */
  what: ReactNode;
  at: Date;
  by: string | null;
  /** The button that takes it out; null for who may not. */
  restore: ReactNode;
  /** The button that deletes it for good; null for who may not. */
  purge?: ReactNode;
}

interface TrashListProps {
  description: string;
  tabs: ReactNode;
  caption: string;
  empty: string;
  things: TrashedThing[];
  timeZone: string;
  /** After so many days it empties itself; 0: never. */
  days: number;
}

/** A part of the trash: what was deleted, by whom and when, and the way back. */
export const TrashList = ({ description, tabs, caption, empty, things, timeZone, days }: TrashListProps) => (
  <>
    <PageHeader title="Trash" description={description}>
      {tabs}
    </PageHeader>
    {things.length === 0 ? (
      <EmptyState title="Nothing lies here" icon={<Trash2 />}>
        {empty}
      </EmptyState>
    ) : (
      <Table caption={caption}>
        <TableHead>
          <tr>
            <TableHeading>Name</TableHeading>
            <TableHeading>Deleted</TableHeading>
            <TableHeading>Goes for good</TableHeading>
            <TableHeading>
              <span className="sr-only">Take out</span>
            </TableHeading>
          </tr>
        </TableHead>
        <TableBody>
          {things.map(({ key, what, at, by, restore, purge }) => (
            <TableRow key={key}>
              <TableCell>{what}</TableCell>
              <TableCell>
                <When at={at} timeZone={timeZone} />
                {by && <span className="block text-muted text-xs">by {by}</span>}
              </TableCell>
              <TableCell>
                <GoesAt thrownAt={at} days={days} timeZone={timeZone} />
              </TableCell>
              <TableCell>
                <div className="flex flex-wrap justify-end gap-2">
                  {restore}
                  {purge}
                </div>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    )}
  </>
);

const dayMs = 86_400_000;

/** When something leaves the trash for good by itself. */
export const GoesAt = ({ thrownAt, days, timeZone }: { thrownAt: Date; days: number; timeZone: string }) =>
  days === 0 ? (
    <span className="text-muted">Not by itself</span>
  ) : (
    <When at={new Date(thrownAt.getTime() + days * dayMs)} timeZone={timeZone} />
  );
