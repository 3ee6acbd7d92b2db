import { TabLinks } from '@/components/ui/tab-links';

/** The pages of the settings. */
export const SettingsTabs = ({ current }: { current: 'paper' | 'menus' | 'check' }) => (
  <TabLinks
    label="Settings"
    links={[
      { href: '/admin/settings', label: 'The paper', current: current === 'paper' },
      { href: '/admin/settings/menus', label: 'Menus', current: current === 'menus' },
      { href: '/admin/settings/check', label: 'Desk check', current: current === 'check' },
    ]}
  />
);
