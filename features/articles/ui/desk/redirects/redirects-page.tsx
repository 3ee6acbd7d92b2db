import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { EmptyState } from '@/components/ui/empty-state';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { Pagination } from '@/components/ui/pagination';
import { TextField } from '@/components/ui/text-field.client';
import type { RedirectRow } from '../../../queries/redirects';
import { addRedirectAction, deleteRedirectAction } from '../../../redirect-actions';
import { PasteRedirects } from './paste-redirects.client';

interface RedirectsPageProps {
  redirects: RedirectRow[];
  next: string | null;
  matching: string;
  isFirst: boolean;
}

const here = '/admin/settings/redirects';

/** D19: where old addresses lead, by hand and by the paper itself, and forms for more. */
export function RedirectsPage({ redirects, next, matching, isFirst }: RedirectsPageProps) {
  const query = (more: Record<string, string>) =>
    `?${new URLSearchParams({ ...(matching && { q: matching }), ...more })}`;
  return (
    <div className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-10 @4xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <search>
            <form method="get" className="mb-4 flex max-w-md flex-wrap items-end gap-2">
              <div className="min-w-0 flex-[1_1_10rem]">
                <TextField
                  label="Find an address"
                  name="q"
                  type="search"
                  defaultValue={matching}
                  hideLabel
                  placeholder="Part of an old or new address"
                />
              </div>
              <Button type="submit">Find</Button>
              {/* On a narrow page the forms stand under the list. */}
              <ButtonLink href="#new-redirect" className="@4xl:hidden">
                New
              </ButtonLink>
            </form>
          </search>
          {redirects.length === 0 ? (
            <None matching={matching} />
          ) : (
            <ul aria-label="Redirects" className="divide-y divide-rule border-rule border-y">
              {redirects.map((row) => (
                <Row key={row.path} {...row} />
              ))}
            </ul>
          )}
          <Pagination
            label="Pages of redirects"
            previousHref={isFirst ? null : query({})}
            previousLabel="From the beginning"
            nextHref={next === null ? null : query({ after: next })}
            nextLabel="Further"
          />
        </div>
        <div className="space-y-8">
          <section id="new-redirect" className="scroll-mt-16 space-y-4">
            <h2 className="font-semibold text-base">New redirect</h2>
            <ActionForm
              action={addRedirectAction}
              doneSentence="Set. Readers are sent on from now."
              clearWhenDone
            >
              <TextField
                label="Old address"
                name="from"
                placeholder="/2014/old-page"
                autoCapitalize="none"
                spellCheck={false}
                required
              />
              <TextField
                label="Leads to"
                name="to"
                placeholder="/news/new-page"
                hint="A path of this paper, or a whole address with https://."
                autoCapitalize="none"
                spellCheck={false}
                required
              />
              <FormActions>
                <SubmitButton>Set redirect</SubmitButton>
              </FormActions>
            </ActionForm>
          </section>
          <PasteRedirects />
        </div>
      </div>
    </div>
  );
}

const None = ({ matching }: { matching: string }) =>
  matching ? (
    <EmptyState title={`No redirect holds “${matching}”`} action={<a href={here}>All redirects</a>} />
  ) : (
    <EmptyState title="No redirects yet">
      Whatever gets another address in the paper gets one by itself. Set others here.
    </EmptyState>
  );

function Row({ path, target, byHand }: RedirectRow) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm">
      <div className="min-w-0 flex-1 basis-72">
        <p className="[overflow-wrap:anywhere]">
          <span className="font-medium">/{path}</span>
          {!byHand && (
            <>
              {' '}
              <Badge>by the paper</Badge>
            </>
          )}
        </p>
        <p className="text-muted [overflow-wrap:anywhere]">
          <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
            →
          </span>
          <span className="sr-only">leads to</span> <a href={target}>{target}</a>
        </p>
      </div>
      <div className="flex items-center gap-2">
        <ButtonLink
          href={`${here}/edit?${new URLSearchParams({ from: path })}`}
          aria-label={`Change where /${path} leads`}
          variant="quiet"
          size="small"
        >
          Change
        </ButtonLink>
        <ConfirmAction
          action={deleteRedirectAction}
          values={{ from: path }}
          label="Delete"
          variant="quiet"
          size="small"
          title={`Delete the redirect of /${path}?`}
          confirmLabel="Delete redirect"
        >
          Links to it find nothing from then on, those of search engines too. It leads to {target}.
        </ConfirmAction>
      </div>
    </li>
  );
}
