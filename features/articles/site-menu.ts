import type { MenuEntry, MenuLink } from '@/features/settings/queries';
import { sectionAddress, tagAddress } from '@/lib/public-addresses';
import type { Shell } from './queries/shell';

/** An entry as readers see it. */
export interface ShownEntry {
  label: string;
  href: string;
  below: { label: string; href: string }[];
}

type Around = Pick<Shell, 'sections' | 'pages' | 'tags'>;

/**
 * A menu as it stands today: what leads nowhere any more (a section that was deleted, a page that was withdrawn) is left
 * out with all that is under it, and so is a second entry to the same address.
 */
export function showMenu(menu: readonly MenuEntry[], around: Around): ShownEntry[] {
  return unique(
    menu.flatMap((entry) => {
      const shown = show(entry, around);
      return shown
        ? [{ ...shown, below: unique(entry.below.flatMap((link) => show(link, around) ?? [])) }]
        : [];
    }),
  );
}

function show(link: MenuLink, around: Around): { label: string; href: string } | null {
  const found = find(link, around);
  return found && { label: link.label || found.name, href: found.href };
}

function find(link: MenuLink, { sections, pages, tags }: Around): { name: string; href: string } | null {
  if (link.kind === 'address') return { name: link.label, href: link.href };
  if (link.kind === 'page') {
    const page = pages.find(({ id }) => id === link.id);
    return page ? { name: page.title, href: `/${page.slug}` } : null;
  }
  const row = (link.kind === 'section' ? sections : tags).find(({ id }) => id === link.id);
  const address = link.kind === 'section' ? sectionAddress : tagAddress;
  return row ? { name: row.name, href: address(row.slug) } : null;
}

const unique = <Entry extends { href: string }>(entries: Entry[]): Entry[] =>
  entries.filter(({ href }, at) => entries.findIndex((other) => other.href === href) === at);
