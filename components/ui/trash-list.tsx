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
}

interface TrashListProps {
  description: string;
  tabs: ReactNode;
  caption: string;
  empty: string;
  things: TrashedThing[];
  timeZone: string;
}

/** A part of the trash: what was deleted, by whom and when, and the way back. */
export const TrashList = ({ description, tabs, caption, empty, things, timeZone }: TrashListProps) => (
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
            <TableHeading>
              <span className="sr-only">Take out</span>
            </TableHeading>
          </tr>
        </TableHead>
        <TableBody>
          {things.map(({ key, what, at, by, restore }) => (
            <TableRow key={key}>
              <TableCell>{what}</TableCell>
              <TableCell>
                <When at={at} timeZone={timeZone} />
                {by && <span className="block text-muted text-xs">by {by}</span>}
              </TableCell>
              <TableCell className="text-end">{restore}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    )}
  </>
);
