import { FilePlus2, Files } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import type { ListArticles } from '../../../desk-input';
import type { DeskPage } from '../../../queries/desk';
import { type ArticleState, articleStates } from '../../../rules';
import { stateLabel } from '../state-badge';
import { ArticleTable } from './article-table';
import { Filters } from './filters.client';
import { listHref } from './list-address';
import { NewStoryKey } from './new-story-key.client';

interface ArticleListPageProps {
  page: DeskPage;
  input: ListArticles;
  after: string | null;
  sections: { id: number; name: string }[];
  mayCreate: boolean;
  paper: { timeZone: string };
}

/** Every story there is, the last touched first. */
export function ArticleListPage({ page, input, after, sections, mayCreate, paper }: ArticleListPageProps) {
  const { lines, next } = page;
  const isFiltered =
    input.state !== undefined || input.sectionId !== undefined || input.text !== '' || input.mine;
  const newStory = mayCreate && (
    <ButtonLink href="/admin/articles/new" variant="primary" icon={<FilePlus2 />}>
      New story
    </ButtonLink>
  );
  return (
    <>
      {mayCreate && <NewStoryKey />}
      <PageHeader title="Stories" actions={newStory}>
        <TabLinks label="Stories by state" links={tabs(input)} />
      </PageHeader>
      <Filters input={input} sections={sections} />
      {lines.length > 0 && <ArticleTable lines={lines} timeZone={paper.timeZone} />}
      {lines.length === 0 && isFiltered && (
        <EmptyState
          title="No story fits"
          icon={<Files />}
          action={<ButtonLink href="/admin/articles">Show all stories</ButtonLink>}
        >
          {emptySentence(input)}
        </EmptyState>
      )}
      {lines.length === 0 && !isFiltered && (
        <EmptyState
          title={after ? 'That was the last' : 'The first story is yours'}
          icon={<Files />}
          action={newStory}
        >
          {after ? (
            'There are no older stories.'
          ) : (
            <>
              Press <Kbd>n</Kbd> anywhere on this page to begin one. Everything you type is saved as you go;
              readers see nothing until you publish it.
            </>
          )}
        </EmptyState>
      )}
      <Pagination
        label="Pages of stories"
        previousHref={after ? listHref(input) : null}
        previousLabel="Newest"
        nextHref={next ? listHref({ ...input, after: next }) : null}
      />
    </>
  );
}

const tabs = (input: ListArticles) =>
  [undefined, ...articleStates].map((state) => ({
    href: listHref({ ...input, state }),
    label: state ? stateLabel(state) : 'All',
    current: input.state === state,
  }));

const emptySentences: Partial<Record<ArticleState, string>> = {
  draft: 'Nobody has a draft here just now.',
  in_review: 'Nothing waits for an editor. Stories come here when their author sends them.',
  approved: 'Nothing stands approved and unpublished.',
  scheduled: 'Nothing is planned. A story comes here when it is to be published at a time.',
  live: 'Readers see nothing of this yet.',
  withdrawn: 'Nothing has been withdrawn.',
  killed: 'Nothing has been killed.',
  trashed: 'The trash is empty.',
};

const emptySentence = ({ state, text }: ListArticles): string =>
  text !== ''
    ? `No headline here has “${text}” in it. Try fewer letters, or look in all states.`
    : ((state && emptySentences[state]) ?? 'Try another section, or everybody’s stories.');
