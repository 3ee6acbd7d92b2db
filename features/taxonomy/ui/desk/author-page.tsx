import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import {
  createAuthorAction,
  deleteAuthorAction,
  editAuthorAction,
  restoreDeletedAction,
} from '../../actions';
import type { AuthorRow } from '../../queries';
import { AuthorFields } from './author-fields';

type Staff = { id: number; name: string }[];

/** One byline. */
export function AuthorPage({ author, staff }: { author: AuthorRow; staff: Staff }) {
  return (
    <div className="max-w-xl space-y-8">
      <PageHeader
        title={author.name}
        back={{ href: '/admin/authors', label: 'Authors' }}
        actions={<a href={`/author/${author.slug}`}>See their page</a>}
      />
      <ActionForm action={editAuthorAction} doneSentence="Saved. Readers see it at once.">
        <input type="hidden" name="authorId" value={author.id} />
        <AuthorFields author={author} staff={staff} />
        <FormActions>
          <SubmitButton>Save author</SubmitButton>
        </FormActions>
      </ActionForm>
      <ConfirmAction
        action={deleteAuthorAction}
        values={{ authorId: author.id }}
        label="Delete this author"
        variant="careful"
        title={`Delete the byline ${author.name}?`}
        confirmLabel="Delete author"
        doneHref="/admin/authors"
        undo={{
          action: restoreDeletedAction,
          done: `“${author.name}” is deleted.`,
          undone: `“${author.name}” is back.`,
        }}
      >
        Only a byline that signs no story can go. The login behind it stays.
      </ConfirmAction>
    </div>
  );
}

/** A form for one more byline. */
export function NewAuthorPage({ staff }: { staff: Staff }) {
  return (
    <div className="max-w-xl">
      <PageHeader title="New author" back={{ href: '/admin/authors', label: 'Authors' }} />
      <ActionForm action={createAuthorAction} doneSentence="Made. Another one?" clearWhenDone>
        <AuthorFields staff={staff} />
        <FormActions>
          <SubmitButton>Make author</SubmitButton>
        </FormActions>
      </ActionForm>
    </div>
  );
}
