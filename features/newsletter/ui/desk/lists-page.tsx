import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { TextAreaField, TextField } from '@/components/ui/text-field.client';
import { saveListAction } from '../../actions';
import type { ListForDesk } from '../../queries';
import { figure, readersOf } from './campaign-words';
import { NewsletterTabs } from './newsletter-tabs';

interface ListsPageProps {
  lists: ListForDesk[];
  mayEdit: boolean;
}

/** What readers can sign up for. */
export function ListsPage({ lists, mayEdit }: ListsPageProps) {
  return (
    <>
      <PageHeader
        title="Newsletter"
        description="Each list is something to sign up for. Its name and description stand beside its box."
      >
        <NewsletterTabs current="/admin/newsletter/lists" />
      </PageHeader>
      <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        {lists.length === 0 ? (
          <EmptyState title="No list yet">Make one; the sign-up box appears on the paper with it.</EmptyState>
        ) : (
          <ul className="divide-y divide-rule border-rule border-y">
            {lists.map((list) => (
              <ListRow key={list.id} list={list} mayEdit={mayEdit} />
            ))}
          </ul>
        )}
        {mayEdit && (
          <section className="space-y-4">
            <h2 className="font-semibold text-base">New list</h2>
            <ListForm submit="Make list" doneSentence="Made." clearWhenDone />
          </section>
        )}
      </div>
    </>
  );
}

function ListRow({ list, mayEdit }: { list: ListForDesk; mayEdit: boolean }) {
  return (
    <li className="space-y-2 px-2 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-medium text-base">{list.name}</h2>
        <p className="tabular-nums">{readersOf(list.readers)}</p>
      </div>
      {list.description && <p className="max-w-measure text-soft">{list.description}</p>}
      <p className="text-muted text-xs">
        {figure(list.unconfirmed)} not confirmed yet, {figure(list.unsubscribed)} unsubscribed. Name in forms
        and headers: {list.slug}
      </p>
      {mayEdit && (
        <Disclosure summary="Rename" bare>
          <ListForm list={list} submit="Save" doneSentence="Saved." />
        </Disclosure>
      )}
    </li>
  );
}

interface ListFormProps {
  list?: ListForDesk;
  submit: string;
  doneSentence: string;
  clearWhenDone?: boolean;
}

const ListForm = ({ list, submit, doneSentence, clearWhenDone }: ListFormProps) => (
  <ActionForm action={saveListAction} doneSentence={doneSentence} clearWhenDone={clearWhenDone}>
    {list && <input type="hidden" name="listId" value={list.id} />}
    <TextField label="Name" name="name" defaultValue={list?.name} maxLength={80} required />
    <TextAreaField
      label="Description"
      name="description"
      optional
      hint="What comes and how often."
      defaultValue={list?.description}
      maxLength={300}
      rows={2}
    />
    <FormActions>
      <SubmitButton variant={list ? 'secondary' : 'primary'}>{submit}</SubmitButton>
    </FormActions>
  </ActionForm>
);
