import { readSettings } from '@/features/settings/queries';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { readShellRows } from '../queries/shell';

/** The menus with what they can lead to; null for those who may not change them. Tags are looked up as they are typed. */
export async function readMenusForDesk() {
  const ctx = await deskContext();
  if (!may(ctx.actor, 'edit-settings')) return null;
  const [settings, { sections, pages, tags }] = await Promise.all([readSettings(ctx), readShellRows(ctx)]);
  return {
    mainMenu: settings.mainMenu,
    footerMenu: settings.footerMenu,
    places: {
      section: sections.map(({ id, path, name, depth }) => ({ id, name, path, depth })),
      page: pages.map(({ id, title }) => ({ id, name: title, path: title })),
      tag: tags.map(({ id, name }) => ({ id, name, path: name })),
    },
  };
}
