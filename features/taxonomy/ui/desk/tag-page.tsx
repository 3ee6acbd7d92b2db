import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { TextField } from '@/components/ui/text-field.client';
import { deleteTagAction, renameTagAction } from '../../actions';
import type { TagRow } from '../../queries';
import { SlugField } from './section-fields';

/** One tag: its name and address, and the way to be rid of it. */
export function TagPage({ tag: { id, name, slug } }: { tag: TagRow }) {
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
      <ConfirmAction
        action={deleteTagAction}
        values={{ tagId: id }}
        label="Delete this tag"
        variant="danger"
        title={`Delete the tag ${name}?`}
        confirmLabel="Delete tag"
        doneHref="/admin/tags"
      >
        Only a tag that no story bears can go.
      </ConfirmAction>
    </div>
  );
}
