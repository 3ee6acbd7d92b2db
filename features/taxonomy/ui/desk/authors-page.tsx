import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import type { AuthorRow, Counted } from '../../queries';

interface AuthorsPageProps {
  authors: Counted<AuthorRow>[];
  staff: { id: number; name: string }[];
}

/** Everybody a story can be signed by. */
export function AuthorsPage({ authors, staff }: AuthorsPageProps) {
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  return (
    <>
      <PageHeader
        title="Authors"
        description="Who stories are signed by, with or without a login here."
        actions={
          <ButtonLink href="/admin/authors/new" variant="primary">
            New author
          </ButtonLink>
        }
      />
      {authors.length === 0 ? (
        <EmptyState title="No authors yet">
          Whoever signs in gets a byline with their first story. For guests and agencies make one here.
        </EmptyState>
      ) : (
        <Table caption="Authors">
          <TableHead>
            <tr>
              <TableHeading>Name</TableHeading>
              <TableHeading className="max-sm:hidden">Address</TableHeading>
              <TableHeading>Signs in as</TableHeading>
              <TableHeading numeric>Live stories</TableHeading>
            </tr>
          </TableHead>
          <TableBody>
            {authors.map(({ id, name, slug, userId, stories }) => (
              <TableRow key={id}>
                <TableCell>
                  <a href={`/admin/authors/${id}`} className="font-medium" dir="auto">
                    {name}
                  </a>
                </TableCell>
                <TableCell className="max-sm:hidden">
                  <a href={`/author/${slug}`} className="whitespace-nowrap text-muted">
                    /author/{slug}
                  </a>
                </TableCell>
                <TableCell>
                  {userId === null ? <span className="text-muted">Nobody</span> : names.get(userId)}
                </TableCell>
                <TableCell numeric>{stories.toLocaleString('en')}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}
