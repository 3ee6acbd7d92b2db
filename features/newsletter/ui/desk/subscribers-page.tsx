import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { EmptyState } from '@/components/ui/empty-state';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import { SelectField, TextField } from '@/components/ui/text-field.client';
import { When } from '@/components/ui/when';
import {
  addSubscriberAction,
  eraseSubscriberAction,
  suppressSubscriberAction,
  unsuppressSubscriberAction,
} from '../../actions';
import type { ListForDesk, SubscriberRow } from '../../queries';
import { NewsletterTabs } from './newsletter-tabs';

interface SubscribersPageProps {
  subscribers: SubscriberRow[];
  nextBefore: number | null;
  lists: ListForDesk[];
  matching: string;
  isFirst: boolean;
  mayEdit: boolean;
  timeZone: string;
}

/** Who reads by mail: found by the beginning of the address or its domain. */
export function SubscribersPage({
  subscribers,
  nextBefore,
  lists,
  matching,
  isFirst,
  mayEdit,
  timeZone,
}: SubscribersPageProps) {
  const query = (more: Record<string, string>) =>
    `/admin/newsletter/subscribers?${new URLSearchParams({ ...(matching && { q: matching }), ...more })}`;
  return (
    <>
      <PageHeader
        title="Newsletter"
        description="Nobody gets an issue before confirming by the button in a mail."
      >
        <NewsletterTabs current="/admin/newsletter/subscribers" />
      </PageHeader>
      <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-4">
          <search>
            <form method="get" className="flex max-w-lg items-end gap-2 [&>div]:flex-1">
              <TextField
                label="Find by the beginning of an address or domain"
                name="q"
                type="search"
                defaultValue={matching}
                hideLabel
                placeholder="Beginning of an address or domain"
              />
              <Button type="submit">Find</Button>
            </form>
          </search>
          {subscribers.length === 0 ? (
            <NoReaders matching={matching} />
          ) : (
            <Readers subscribers={subscribers} mayEdit={mayEdit} timeZone={timeZone} />
          )}
          <Pagination
            label="Pages of readers"
            previousHref={isFirst ? null : query({})}
            previousLabel="Newest"
            nextHref={nextBefore === null ? null : query({ before: String(nextBefore) })}
          />
        </div>
        {mayEdit && lists.length > 0 && <AddReader lists={lists} />}
      </div>
    </>
  );
}

const NoReaders = ({ matching }: { matching: string }) =>
  matching ? (
    <EmptyState
      title={`No address begins with “${matching}”`}
      action={<a href="/admin/newsletter/subscribers">All readers</a>}
    />
  ) : (
    <EmptyState title="No readers yet">
      They come by the sign-up box under every story and on the page “Newsletter” of the paper.
    </EmptyState>
  );

const Readers = ({
  subscribers,
  mayEdit,
  timeZone,
}: Pick<SubscribersPageProps, 'subscribers' | 'mayEdit' | 'timeZone'>) => (
  <Table caption="Readers">
    <TableHead>
      <tr>
        <TableHeading>Address</TableHeading>
        <TableHeading className="max-sm:hidden">Lists</TableHeading>
        <TableHeading className="max-sm:hidden">Since</TableHeading>
        {mayEdit && (
          <TableHeading>
            <span className="sr-only">What can be done</span>
          </TableHeading>
        )}
      </tr>
    </TableHead>
    <TableBody>
      {subscribers.map((reader) => (
        <TableRow key={reader.id}>
          <TableCell className="sm:min-w-56">
            <span className="font-medium [overflow-wrap:anywhere]">{reader.email}</span>
            {reader.suppressed && (
              <span className="ms-2">
                <Badge tone="danger">{reader.suppressed}</Badge>
              </span>
            )}
            <span className="mt-1 block sm:hidden">
              <OnLists lists={reader.lists} />
            </span>
          </TableCell>
          <TableCell className="max-sm:hidden">
            <OnLists lists={reader.lists} />
          </TableCell>
          <TableCell className="whitespace-nowrap text-muted max-sm:hidden">
            <When at={reader.createdAt} timeZone={timeZone} />
          </TableCell>
          {mayEdit && (
            <TableCell>
              <ReaderActs reader={reader} />
            </TableCell>
          )}
        </TableRow>
      ))}
    </TableBody>
  </Table>
);

const OnLists = ({ lists }: Pick<SubscriberRow, 'lists'>) => (
  <span className="flex flex-wrap gap-1">
    {lists.map(({ name, state }) => (
      <Badge key={name} tone={state === 'confirmed' ? 'success' : 'neutral'}>
        {state === 'confirmed' ? name : `${name}: ${state}`}
      </Badge>
    ))}
  </span>
);

function ReaderActs({ reader: { id, email, suppressed } }: { reader: SubscriberRow }) {
  return (
    <span className="flex justify-end gap-1">
      {suppressed ? (
        <ConfirmAction
          action={unsuppressSubscriberAction}
          values={{ subscriberId: id }}
          label="Write again"
          variant="quiet"
          size="small"
          title={`Write to ${email} again?`}
          confirmLabel="Write again"
          tone="primary"
        >
          Mail to this address was stopped ({suppressed}). From the next issue on it gets what it is
          subscribed to.
        </ConfirmAction>
      ) : (
        <ConfirmAction
          action={suppressSubscriberAction}
          values={{ subscriberId: id }}
          label="Stop"
          variant="quiet"
          size="small"
          title={`Stop all mail to ${email}?`}
          confirmLabel="Stop mail"
        >
          Nothing goes to this address any more, whatever it is subscribed to, until somebody lifts it here.
        </ConfirmAction>
      )}
      <ConfirmAction
        action={eraseSubscriberAction}
        values={{ subscriberId: id }}
        label="Erase"
        variant="quiet"
        size="small"
        title={`Erase ${email}?`}
        confirmLabel="Erase reader"
      >
        The address, its subscriptions and its consents are deleted for good. A mark that cannot be turned
        back into the address keeps it from being imported again.
      </ConfirmAction>
    </span>
  );
}

const AddReader = ({ lists }: { lists: ListForDesk[] }) => (
  <section className="space-y-4">
    <h2 className="font-semibold text-base">Add a reader</h2>
    <ActionForm action={addSubscriberAction} doneSentence="Added." clearWhenDone>
      <TextField label="Email" name="email" type="email" maxLength={254} autoComplete="off" required />
      <SelectField
        label="List"
        name="listId"
        options={lists.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextField
        label="How the person agreed"
        name="consent"
        hint="A form on paper, a conversation. Kept as the consent."
        maxLength={500}
        required
      />
      <FormActions>
        <SubmitButton>Add reader</SubmitButton>
      </FormActions>
    </ActionForm>
  </section>
);
