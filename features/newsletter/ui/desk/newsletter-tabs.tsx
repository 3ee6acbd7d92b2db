import { TabLinks } from '@/components/ui/tab-links';

const parts = [
  { href: '/admin/newsletter', label: 'Issues' },
  { href: '/admin/newsletter/lists', label: 'Lists' },
  { href: '/admin/newsletter/subscribers', label: 'Readers' },
] as const;

/** The three parts of the newsletter desk. */
export const NewsletterTabs = ({ current }: { current: (typeof parts)[number]['href'] }) => (
  <TabLinks
    label="Parts of the newsletter"
    links={parts.map(({ href, label }) => ({ href, label, current: href === current }))}
  />
);
