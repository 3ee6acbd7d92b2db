import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { OrderSteps } from '@/components/ui/order-steps.client';
import { PageHeader } from '@/components/ui/page-header';
import {
  deleteSeriesAction,
  editSeriesAction,
  moveInSeriesAction,
  restoreDeletedAction,
} from '../../actions';
import type { SeriesRow } from '../../queries';
import { SeriesFields } from './series-fields';

interface SeriesPageProps {
  series: SeriesRow;
  /** The live ones, in their order. */
  parts: { id: number; title: string }[];
}

/** One series: its words, the order of its parts, and the way to be rid of it. */
export function SeriesPage({ series, parts }: SeriesPageProps) {
  const { id, name, slug } = series;
  const ids = parts.map((part) => part.id);
  return (
    <div className="max-w-xl space-y-8">
      <PageHeader
        title={name}
        back={{ href: '/admin/series', label: 'Series' }}
        // Readers have none before its first part is live.
        actions={parts.length > 0 && <a href={`/series/${slug}`}>See its page</a>}
      />
      <ActionForm action={editSeriesAction} doneSentence="Saved. Readers see it at once.">
        <input type="hidden" name="seriesId" value={id} />
        <SeriesFields series={series} />
        <FormActions>
          <SubmitButton>Save series</SubmitButton>
        </FormActions>
      </ActionForm>
      <section className="space-y-4">
        <h2 className="font-semibold text-base">Parts</h2>
        {parts.length === 0 ? (
          <p className="text-muted">None is live yet. A story is put into a series in its settings.</p>
        ) : (
          <ol className="divide-y divide-rule">
            {parts.map((part, at) => (
              <li key={part.id} className="flex items-center gap-3 py-2">
                <span className="w-6 text-muted tabular-nums">{at + 1}</span>
                <a href={`/admin/articles/${part.id}`} className="min-w-0 flex-1" dir="auto">
                  {part.title}
                </a>
                <OrderSteps
                  action={moveInSeriesAction}
                  values={{ seriesId: id, articleId: part.id }}
                  name={part.title}
                  id={part.id}
                  ids={ids}
                />
              </li>
            ))}
          </ol>
        )}
      </section>
      <ConfirmAction
        action={deleteSeriesAction}
        values={{ seriesId: id }}
        label="Delete this series"
        variant="careful"
        title={`Delete the series ${name}?`}
        confirmLabel="Delete series"
        doneHref="/admin/series"
        undo={{
          action: restoreDeletedAction,
          done: `“${series.name}” is deleted.`,
          undone: `“${series.name}” is back.`,
        }}
      >
        Only a series that no story is a part of can go.
      </ConfirmAction>
    </div>
  );
}
