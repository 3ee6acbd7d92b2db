/** The pages of the settings, in the order in which they are shown. */
export const settingsPages = [
  { id: 'paper', href: '/admin/settings', label: 'The paper' },
  { id: 'look', href: '/admin/settings/look', label: 'Logo and colours' },
  { id: 'menus', href: '/admin/settings/menus', label: 'Menus' },
  { id: 'comments', href: '/admin/settings/comments', label: 'Comments' },
  { id: 'newsletter', href: '/admin/settings/newsletter', label: 'Newsletter' },
  { id: 'check', href: '/admin/settings/check', label: 'Desk check' },
  { id: 'mail', href: '/admin/settings/mail', label: 'Mail' },
  { id: 'redirects', href: '/admin/settings/redirects', label: 'Redirects' },
] as const;

export type SettingsPage = (typeof settingsPages)[number]['id'];
