import { TabLinks } from '@/components/ui/tab-links';
import { type SettingsPage, settingsPages } from './settings-pages';

/** The way through the pages of the settings. */
export const SettingsTabs = ({ current }: { current: SettingsPage }) => (
  <TabLinks
    label="Settings"
    wrap
    links={settingsPages.map(({ id, href, label }) => ({ href, label, current: id === current }))}
  />
);
