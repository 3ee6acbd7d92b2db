/** The pages of the settings, in the order in which they are shown. */
export const settingsPages = [
  { id: 'paper', href: '/admin/settings', label: 'The paper' },
  { id: 'look', href: '/admin/settings/look', label: 'Logo and colours' },
  { id: 'menus', href: '/admin/settings/menus', label: 'Menus' },
  { id: 'check', href: '/admin/settings/check', label: 'Desk check' },
  { id: 'mail', href: '/admin/settings/mail', label: 'Mail' },
] as const;

export type SettingsPage = (typeof settingsPages)[number]['id'];
