import { TabLinks } from '@/components/ui/tab-links';

/** The parts of the trash. */
export const TrashTabs = ({ current }: { current: 'stories' | 'files' | 'shelves' }) => (
  <TabLinks
    label="Trash"
    wrap
    links={[
      { href: '/admin/trash', label: 'Stories', current: current === 'stories' },
      { href: '/admin/trash/files', label: 'Pictures and files', current: current === 'files' },
      {
        href: '/admin/trash/shelves',
        label: 'Sections, tags, series, authors',
        current: current === 'shelves',
      },
    ]}
  />
);
