import { FilePlus2, FileText } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ActionForm, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { createArticleAction } from '../../../actions';
import type { DeskPage } from '../../../queries/desk';
import { ArticleTable } from './article-table';

interface StaffPagesPageProps {
  page: DeskPage;
  after: string | null;
  mayCreate: boolean;
  paper: { timeZone: string };
}

/** R16: what staff write of the paper itself, each page at an address of its own at the root. */
export function StaffPagesPage({ page: { lines, next }, after, mayCreate, paper }: StaffPagesPageProps) {
  const begin = mayCreate && (
    <ActionForm action={createArticleAction} className="space-y-0!">
      <input type="hidden" name="kind" value="page" />
      <SubmitButton icon={<FilePlus2 />}>New page</SubmitButton>
    </ActionForm>
  );
  return (
    <>
      <PageHeader
        title="Pages"
        description="About, Contact, Privacy: no byline, no date, no comments. Published ones stand in the last line of every page, and in the menus if you put them there."
        actions={begin}
      />
      {lines.length > 0 ? (
        <ArticleTable
          lines={lines}
          of="pages"
          timeZone={paper.timeZone}
          caption="Pages, the last saved first"
        />
      ) : (
        <EmptyState
          title={after ? 'That was the last' : 'No pages yet'}
          icon={<FileText />}
          action={after && <ButtonLink href="/admin/pages">Show all pages</ButtonLink>}
        >
          {after
            ? 'There are no older pages.'
            : 'Most papers begin with About and Contact, and with what the law of their country asks for.'}
        </EmptyState>
      )}
      <Pagination
        label="Pages of pages"
        previousHref={after ? '/admin/pages' : null}
        previousLabel="Newest"
        nextHref={next ? `/admin/pages?${new URLSearchParams({ after: next })}` : null}
      />
    </>
  );
}
