import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import type { CampaignForDesk, ChoosableStory, ListForDesk } from '../../queries';
import { Compose } from './compose/compose.client';

interface ComposePageProps extends CampaignForDesk {
  lists: ListForDesk[];
  stories: ChoosableStory[];
  newest: ChoosableStory[];
  ownEmail: string;
  maySend: boolean;
  timeZone: string;
}

/** A draft. */
export function ComposePage({
  campaign,
  lists,
  stories,
  newest,
  ownEmail,
  maySend,
  timeZone,
}: ComposePageProps) {
  const { id, version, savedAt, listId, subject, previewText, intro, articleIds } = campaign;
  const gone = articleIds.length - stories.length;
  return (
    <>
      <PageHeader
        title="Compose an issue"
        back={{ href: '/admin/newsletter', label: 'Issues' }}
        description="Everything is saved as you go."
      />
      {gone > 0 && (
        <div className="mb-5">
          <Notice tone="warning">
            {gone === 1 ? 'A chosen story is' : `${gone} chosen stories are`} not live any more and will be
            left out.
          </Notice>
        </div>
      )}
      <Compose
        campaignId={id}
        version={version}
        savedAt={savedAt}
        draft={{ listId, subject, previewText, intro, stories }}
        lists={lists}
        newest={newest}
        ownEmail={ownEmail}
        maySend={maySend}
        timeZone={timeZone}
      />
    </>
  );
}
