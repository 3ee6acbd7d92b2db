import { EmptyState } from '@/components/ui/empty-state';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import { createSeriesAction } from '../../actions';
import type { Counted, SeriesRow } from '../../queries';
import { SeriesFields } from './series-fields';

/** Every series, the newest first, and a form for one more. */
export function AllSeriesPage({ series }: { series: Counted<SeriesRow>[] }) {
  return (
    <>
      <PageHeader
        title="Series"
        description="Stories in parts. Each part leads to the next; a story is put into a series in its settings."
      />
      <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        {series.length === 0 ? (
          <EmptyState title="No series yet">
            For what is told in several parts: an investigation, a summer of portraits.
          </EmptyState>
        ) : (
          <SeriesTable series={series} />
        )}
        <section className="space-y-4">
          <h2 className="font-semibold text-base">New series</h2>
          <ActionForm action={createSeriesAction} doneSentence="Made." clearWhenDone>
            <SeriesFields />
            <FormActions>
              <SubmitButton>Make series</SubmitButton>
            </FormActions>
          </ActionForm>
        </section>
      </div>
    </>
  );
}

const SeriesTable = ({ series }: { series: Counted<SeriesRow>[] }) => (
  <Table caption="Series">
    <TableHead>
      <tr>
        <TableHeading>Name</TableHeading>
        <TableHeading className="max-sm:hidden">Address</TableHeading>
        <TableHeading numeric>Live parts</TableHeading>
      </tr>
    </TableHead>
    <TableBody>
      {series.map(({ id, name, slug, stories }) => (
        <TableRow key={id}>
          <TableCell>
            <a href={`/admin/series/${id}`} className="font-medium" dir="auto">
              {name}
            </a>
          </TableCell>
          <TableCell className="max-sm:hidden">
            {stories > 0 ? (
              <a href={`/series/${slug}`} className="whitespace-nowrap text-muted">
                /series/{slug}
              </a>
            ) : (
              <span className="whitespace-nowrap text-muted">/series/{slug}</span>
            )}
          </TableCell>
          <TableCell numeric>{stories.toLocaleString('en')}</TableCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);
