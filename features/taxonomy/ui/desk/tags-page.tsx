import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import { TextField } from '@/components/ui/text-field.client';
import { createTagAction } from '../../actions';
import type { Counted, TagRow } from '../../queries';

interface TagsPageProps {
  tags: Counted<TagRow>[];
  next: number | null;
  matching: string;
  isFirst: boolean;
}

/** Tags in name order, found by a part of the name, and a form for one more. */
export function TagsPage({ tags, next, matching, isFirst }: TagsPageProps) {
  const query = (more: Record<string, string>) =>
    `?${new URLSearchParams({ ...(matching && { q: matching }), ...more })}`;
  return (
    <>
      <PageHeader
        title="Tags"
        description="What stories are about. Tags that are typed into a story are made by themselves."
      >
        <search>
          <form method="get" className="flex max-w-sm items-end gap-2">
            <TextField
              label="Find a tag"
              name="q"
              type="search"
              defaultValue={matching}
              hideLabel
              placeholder="Find a tag"
            />
            <Button type="submit">Find</Button>
          </form>
        </search>
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          {tags.length === 0 ? <NoTags matching={matching} /> : <TagTable tags={tags} />}
          <Pagination
            label="Pages of tags"
            previousHref={isFirst ? null : query({})}
            previousLabel="From the beginning"
            nextHref={next === null ? null : query({ after: String(next) })}
            nextLabel="Further"
          />
        </div>
        <section className="space-y-4">
          <h2 className="font-semibold text-base">New tag</h2>
          <ActionForm action={createTagAction} doneSentence="Made." clearWhenDone>
            <TextField label="Name" name="name" maxLength={80} required />
            <FormActions>
              <SubmitButton>Make tag</SubmitButton>
            </FormActions>
          </ActionForm>
        </section>
      </div>
    </>
  );
}

const NoTags = ({ matching }: { matching: string }) =>
  matching ? (
    <EmptyState title={`No tag holds “${matching}”`} action={<a href="/admin/tags">All tags</a>} />
  ) : (
    <EmptyState title="No tags yet">They come with the first stories, or make one here.</EmptyState>
  );

const TagTable = ({ tags }: { tags: Counted<TagRow>[] }) => (
  <Table caption="Tags">
    <TableHead>
      <tr>
        <TableHeading>Name</TableHeading>
        <TableHeading>Address</TableHeading>
        <TableHeading numeric>Live stories</TableHeading>
      </tr>
    </TableHead>
    <TableBody>
      {tags.map(({ id, name, slug, stories }) => (
        <TableRow key={id}>
          <TableCell>
            <a href={`/admin/tags/${id}`} className="font-medium" dir="auto">
              {name}
            </a>
          </TableCell>
          <TableCell>
            <a href={`/tag/${slug}`} className="whitespace-nowrap text-muted">
              /tag/{slug}
            </a>
          </TableCell>
          <TableCell numeric>{stories.toLocaleString('en')}</TableCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);
