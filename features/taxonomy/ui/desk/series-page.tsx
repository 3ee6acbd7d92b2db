import { ArrowDown, ArrowUp } from 'lucide-react';
import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { deleteSeriesAction, editSeriesAction, moveInSeriesAction } from '../../actions';
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
                <Step seriesId={id} part={part} before={parts[at - 1]?.id} possible={at > 0} way="up" />
                <Step
                  seriesId={id}
                  part={part}
                  before={parts[at + 2]?.id}
                  possible={at < parts.length - 1}
                  way="down"
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
        variant="danger"
        title={`Delete the series ${name}?`}
        confirmLabel="Delete series"
        doneHref="/admin/series"
      >
        Only a series that no story is a part of can go.
      </ConfirmAction>
    </div>
  );
}

interface StepProps {
  seriesId: number;
  part: { id: number; title: string };
  before: number | undefined;
  possible: boolean;
  way: 'up' | 'down';
}

const Step = ({ seriesId, part, before, possible, way }: StepProps) => (
  <ActionForm action={moveInSeriesAction} className="space-y-0!">
    <input type="hidden" name="seriesId" value={seriesId} />
    <input type="hidden" name="articleId" value={part.id} />
    <input type="hidden" name="beforeId" value={before ?? ''} />
    <SubmitButton
      variant="quiet"
      size="small"
      disabled={!possible}
      icon={way === 'up' ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
    >
      <span className="sr-only">
        Move {part.title} {way}
      </span>
    </SubmitButton>
  </ActionForm>
);
