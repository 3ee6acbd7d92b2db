import { FilePlus2, Files } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import { listHref, listQuery } from '../../../list-address';
import type { ListArticles, ListSort } from '../../../list-input';
import type { BulkProgress as BulkFacts } from '../../../queries/bulk';
import type { DeskPage } from '../../../queries/desk';
import type { SavedList } from '../../../queries/saved-lists';
import { type ArticleState, articleStates } from '../../../rules';
import type { Named } from '../panel/named';
import { stateLabel } from '../state-badge';
import { ArticleTable } from './article-table';
import { BulkProgress } from './bulk-progress.client';
import { Filters, type Offered } from './filters.client';
import { NewStoryKey } from './new-story-key.client';
import { SavedLists } from './saved-lists.client';
import { Selection } from './selection.client';

interface ArticleListPageProps {
  page: DeskPage;
  /** What is being done to a whole list, or was and has not been read. */
  bulk: BulkFacts | null;
  input: ListArticles;
  /** The page begins at the top of the list. */
  isFirst: boolean;
  lists: SavedList[];
  list: SavedList | null;
  listIsGone: boolean;
  offered: Offered;
  tag: Named | null;
  selfId: number;
  mayCreate: boolean;
  mayShare: boolean;
  paper: { timeZone: string };
}

/** Every story there is, in the order and through the filters of its address. */
export function ArticleListPage(props: ArticleListPageProps) {
  const {
    page,
    bulk,
    input,
    isFirst,
    lists,
    list,
    listIsGone,
    offered,
    tag,
    selfId,
    mayCreate,
    mayShare,
    paper,
  } = props;
  const { lines, next } = page;
  const query = listQuery(input);
  const beside = { list: list?.id ?? null };
  const newStory = mayCreate && (
    <ButtonLink href="/admin/articles/new" variant="primary" icon={<FilePlus2 />}>
      New story
    </ButtonLink>
  );
  return (
    <>
      {mayCreate && <NewStoryKey />}
      <PageHeader title="Stories" actions={newStory}>
        <TabLinks label="Stories by state" links={tabs(input, beside)} />
      </PageHeader>
      {listIsGone && (
        <div className="mb-3">
          <Notice tone="warning" title="That list is not there any more">
            It was deleted, or is no longer shared. The filters of its address are kept, if it named any.
          </Notice>
        </div>
      )}
      <SavedLists lists={lists} current={list} query={query} mayShare={mayShare} />
      <Filters input={input} offered={offered} tag={tag} selfId={selfId} listId={beside.list} />
      {bulk && (
        <div className="mb-3">
          <BulkProgress key={bulk.changeId} rendered={bulk} />
        </div>
      )}
      {lines.length > 0 && (
        <Selection
          key={listHref(input, beside)}
          query={query}
          offered={offered}
          selfId={selfId}
          inTrash={input.state === 'trashed'}
          hasMore={next !== null || !isFirst}
        >
          <ArticleTable
            lines={lines}
            timeZone={paper.timeZone}
            caption={`Stories, ${captions[input.sort]}`}
            choosable
          />
        </Selection>
      )}
      {lines.length === 0 && query !== '' && (
        <EmptyState
          title="No story fits"
          icon={<Files />}
          action={<ButtonLink href="/admin/articles">Show all stories</ButtonLink>}
        >
          {emptySentence(input)}
        </EmptyState>
      )}
      {lines.length === 0 && query === '' && (
        <EmptyState
          title={isFirst ? 'The first story is yours' : 'That was the last'}
          icon={<Files />}
          action={newStory}
        >
          {isFirst ? (
            <>
              Press <Kbd>n</Kbd> anywhere on this page to begin one. Everything you type is saved as you go;
              readers see nothing until you publish it.
            </>
          ) : (
            'There are no older stories.'
          )}
        </EmptyState>
      )}
      <Pagination
        label="Pages of stories"
        previousHref={isFirst ? null : listHref(input, beside)}
        previousLabel="Top"
        nextHref={next ? listHref(input, { ...beside, after: next }) : null}
        nextLabel="Next"
      />
    </>
  );
}

const tabs = (input: ListArticles, beside: { list: number | null }) =>
  [undefined, ...articleStates].map((state) => ({
    href: listHref({ ...input, state }, beside),
    label: state ? stateLabel(state) : 'All',
    current: input.state === state,
  }));

const captions: Record<ListSort, string> = {
  saved: 'the last saved first',
  oldest: 'the longest untouched first',
  created: 'the newest begun first',
  headline: 'by headline',
  due: 'those due soonest first',
  live: 'the last published first',
};

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

const emptySentence = ({ state, text, due }: ListArticles): string => {
  if (text !== '')
    return `No story here has “${text}” in its headline or text. Try the beginnings of fewer words, or look in all states.`;
  if (due === 'overdue') return 'Nothing is late.';
  return (state && emptySentences[state]) ?? 'Take a filter away, or look in all states.';
};
