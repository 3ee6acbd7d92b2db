import { Button } from '@/components/ui/button';
import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { RestoreAction } from '@/components/ui/restore-action.client';
import { TextField } from '@/components/ui/text-field.client';
import { When } from '@/components/ui/when';
import { deleteTagAction, mergeTagsAction, renameTagAction, restoreDeletedAction } from '../../actions';
import type { Counted, DeletedShelf, TagRow } from '../../queries';
import type { TagMerge } from '../../read';
import { SlugField } from './section-fields';

interface TagPageProps {
  tag: Counted<TagRow>;
  merge: TagMerge | null;
  /** The tags that became this one and can be themselves again. */
  merged: DeletedShelf[];
  timeZone: string;
}

/** One tag: its name and address, another that it shall be one with, and the way to be rid of it. */
export function TagPage({ tag, merge, merged, timeZone }: TagPageProps) {
  const { id, name, slug } = tag;
  return (
    <div className="max-w-xl space-y-8">
      <PageHeader
        title={name}
        back={{ href: '/admin/tags', label: 'Tags' }}
        actions={<a href={`/tag/${slug}`}>See its page</a>}
      />
      <ActionForm action={renameTagAction} doneSentence="Saved. Readers see it at once.">
        <input type="hidden" name="tagId" value={id} />
        <TextField label="Name" name="name" defaultValue={name} maxLength={80} required />
        <SlugField place="/tag/" slug={slug} />
        <FormActions>
          <SubmitButton>Save tag</SubmitButton>
        </FormActions>
      </ActionForm>
      <section className="space-y-4">
        <h2 className="font-semibold text-base">Merge into another tag</h2>
        <form method="get" className="space-y-3">
          <TextField
            label="Name of the tag that stays"
            name="into"
            defaultValue={merge?.name}
            maxLength={80}
            autoComplete="off"
            error={merge && !merge.into ? `No other tag is called “${merge.name}”.` : undefined}
            required
          />
          <Button type="submit">Look</Button>
        </form>
        {merge?.into && <Merge tag={tag} into={merge.into} />}
      </section>
      {merged.length > 0 && <Merged merged={merged} timeZone={timeZone} />}
      <ConfirmAction
        action={deleteTagAction}
        values={{ tagId: id }}
        label="Delete this tag"
        variant="careful"
        title={`Delete the tag ${name}?`}
        confirmLabel="Delete tag"
        doneHref="/admin/tags"
        undo={{
          action: restoreDeletedAction,
          done: `“${tag.name}” is deleted.`,
          undone: `“${tag.name}” is back.`,
        }}
      >
        Only a tag that no story bears can go.
      </ConfirmAction>
    </div>
  );
}

const Merge = ({ tag, into }: { tag: Counted<TagRow>; into: Counted<TagRow> }) => (
  <div className="space-y-3">
    <p>
      <b dir="auto">{tag.name}</b> stands on {storiesOf(tag)}, <b dir="auto">{into.name}</b> on{' '}
      {storiesOf(into)}.
    </p>
    <ConfirmAction
      action={mergeTagsAction}
      values={{ tagId: tag.id, intoId: into.id }}
      label={`Merge into ${into.name}`}
      title={`Merge ${tag.name} into ${into.name}?`}
      confirmLabel="Merge tags"
      doneHref={`/admin/tags/${into.id}`}
      undo={{
        action: restoreDeletedAction,
        done: `“${tag.name}” is merged into “${into.name}”.`,
        undone: `“${tag.name}” is a tag of its own again.`,
      }}
    >
      Every story, draft and plan that bears “{tag.name}” bears “{into.name}” from now on, /tag/{tag.slug}{' '}
      leads to /tag/
      {into.slug}, and “{tag.name}” is gone. The merge can be undone from the page of “{into.name}” or from
      the trash; stories whose tags somebody changes meanwhile then stay as they are.
    </ConfirmAction>
  </div>
);

const Merged = ({ merged, timeZone }: Pick<TagPageProps, 'merged' | 'timeZone'>) => (
  <section className="space-y-3">
    <h2 className="font-semibold text-base">Merged into this tag</h2>
    <p className="text-muted text-sm">
      Undone, a merge gives the tag its address and its stories back. Stories whose tags were changed since
      keep what was chosen then.
    </p>
    <ul className="divide-y divide-line border-line border-y">
      {merged.map(({ id, name, deletedAt, deletedBy }) => (
        <li key={id} className="flex items-center justify-between gap-3 py-2">
          <span className="min-w-0">
            <b dir="auto">{name}</b>
            <span className="block text-muted text-xs">
              <When at={deletedAt} timeZone={timeZone} />
              {deletedBy && ` by ${deletedBy}`}
            </span>
          </span>
          <RestoreAction
            action={restoreDeletedAction}
            values={{ deletedId: id }}
            name={name}
            label="Undo merge"
          />
        </li>
      ))}
    </ul>
  </section>
);

const storiesOf = ({ stories }: Counted<TagRow>): string =>
  stories === 1 ? 'one live story' : `${stories.toLocaleString('en')} live stories`;
