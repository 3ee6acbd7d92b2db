import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import type { Curation as Curated, readBarForDesk } from '../../../read/curation';
import { BarPanel } from './bar-panel.client';
import { Curation } from './curation.client';

interface FrontDeskPageProps {
  curation: Curated;
  /** On the front page, for those who may raise it. */
  breaking: Awaited<ReturnType<typeof readBarForDesk>>;
  /** Whether one came here to raise it. */
  raising?: boolean;
}

/** Who stands where: on the front page, and at the head of each section. */
export function FrontDeskPage({ curation, breaking, raising = false }: FrontDeskPageProps) {
  const { page, title, newest, opened, isSettled, others } = curation;
  return (
    <>
      <PageHeader
        title={title ?? 'Front page'}
        description={
          title
            ? 'The story that stands large at the head of the section. Left empty, it is the newest.'
            : 'The lead and what stands beside it. Sections and the river below fill themselves, and no story stands twice.'
        }
      >
        {others.length > 1 && (
          <TabLinks
            label="Pages to curate"
            links={others.map(({ name, label, href: at }) => ({ href: at, label, current: name === page }))}
          />
        )}
      </PageHeader>
      <div className="space-y-8">
        {isSettled && (
          <Notice tone="warning" announce="status">
            That planned change has happened, or was cancelled. This is the page as it stands now.
          </Notice>
        )}
        {breaking && !opened && <BarPanel {...breaking} newest={newest} raising={raising} />}
        <Curation key={`${page} ${opened?.id}`} curation={curation} />
      </div>
    </>
  );
}
