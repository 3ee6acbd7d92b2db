import { z } from 'zod';
import { publicLink } from '@/lib/public-link';
import { line, requiredLine, rowId } from '@/lib/shapes';

/** The name of what it leads to, when empty. */
const label = line(60);

/** Where a menu's entry leads. What is kept is which section, page or tag, so that a renamed one is followed. */
const targets = [
  z.object({ kind: z.literal('section'), id: rowId, label }),
  z.object({ kind: z.literal('page'), id: rowId, label }),
  z.object({ kind: z.literal('tag'), id: rowId, label }),
  z.object({
    kind: z.literal('address'),
    href: publicLink,
    label: requiredLine(60, 'An address needs words to show.'),
  }),
] as const;
const link = z.discriminatedUnion('kind', targets, 'Choose where the entry leads.');
export type MenuLink = z.output<typeof link>;

const below = z.object({ below: z.array(link).max(12, 'At most 12 entries fit under another.').default([]) });
const entry = z.intersection(link, below);
export type MenuEntry = MenuLink & { below: MenuLink[] };

/** The entries of a menu in their order, one level of others under each. None: the menu makes itself of the sections. */
export const menuShape = z.array(entry).max(24, 'At most 24 entries fit in a menu.');

const menus = { mainMenu: menuShape, footerMenu: menuShape };

/** `seen`: both as they stood when the change was begun, so that nobody's menu is written over unseen. */
export const saveMenusInput = z.object({ ...menus, seen: z.object(menus) });
export type SaveMenus = z.output<typeof saveMenusInput>;
