import { Button } from '@/components/ui/button';
import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { TextField } from '@/components/ui/text-field.client';
import { deleteTagAction, mergeTagsAction, renameTagAction, restoreDeletedAction } from '../../actions';
import type { Counted, TagRow } from '../../queries';
import type { TagMerge } from '../../read';
import { SlugField } from './section-fields';

interface TagPageProps {
  tag: Counted<TagRow>;
  merge: TagMerge | null;
}

/** One tag: its name and address, another that it shall be one with, and the way to be rid of it. */
export function TagPage({ tag, merge }: TagPageProps) {
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
    >
      Every story, draft and plan that bears “{tag.name}” bears “{into.name}” from now on, /tag/{tag.slug}{' '}
      leads to /tag/
      {into.slug}, and “{tag.name}” is gone. This cannot be undone.
    </ConfirmAction>
  </div>
);

const storiesOf = ({ stories }: Counted<TagRow>): string =>
  stories === 1 ? 'one live story' : `${stories.toLocaleString('en')} live stories`;
