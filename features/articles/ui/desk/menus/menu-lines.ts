import type { MenuEntry, MenuLink } from '@/features/settings/queries';

/** A menu as it is edited: one line after the other, `under` for those that belong to the line above. */
export interface MenuLine {
  /** For React alone; never sent. */
  key: string;
  link: MenuLink;
  under: boolean;
}

export interface Place {
  id: number;
  name: string;
  /** With what it lies under: "News › Asia-Pacific". */
  path: string;
  /** Of a section: 0 at the top. */
  depth?: number;
}
export type Places = Record<Exclude<MenuLink['kind'], 'address'>, Place[]>;

let made = 0;
export const newLine = (link: MenuLink, under = false): MenuLine => ({ key: `line-${++made}`, link, under });

export const linesOf = (menu: MenuEntry[]): MenuLine[] =>
  menu.flatMap(({ below, ...link }) => [newLine(link), ...below.map((each) => newLine(each, true))]);

/** The other way. What would stand under nothing stands at the top. */
export function menuOf(lines: readonly MenuLine[]): MenuEntry[] {
  const menu: MenuEntry[] = [];
  for (const { link, under } of lines) {
    const above = menu.at(-1);
    if (under && above) above.below.push(link);
    else menu.push({ ...link, below: [] });
  }
  return menu;
}

/** What a refusal says of a line's address, and of everything else in it. */
export interface LineFaults {
  href?: string | undefined;
  label?: string | undefined;
}

/** The faults of lines, by their keys: `2.below.0.href` is of the first line under the third entry. */
export function faultsOf(
  lines: readonly MenuLine[],
  fields: Record<string, string>,
): Record<string, LineFaults> {
  const faults: Record<string, LineFaults> = {};
  let [entry, below] = [-1, -1];
  for (const { key, under } of lines) {
    if (under && entry >= 0) below += 1;
    else [entry, below] = [entry + 1, -1];
    const own = below < 0 ? `${entry}.` : `${entry}.below.${below}.`;
    const parts = Object.keys(fields).filter((field) => field.startsWith(own));
    const label = parts.find((field) => /^(?:label|kind|id)$/.test(field.slice(own.length)));
    const found = { href: fields[`${own}href`], label: label && fields[label] };
    if (found.href || found.label) faults[key] = found;
  }
  return faults;
}

/** The sections as they stand, with those right below under each: what most menus begin as. */
export const sectionLines = ({ section }: Places): MenuLine[] =>
  section
    .filter(({ depth = 0 }) => depth < 2)
    .map(({ id, depth = 0 }) => newLine({ kind: 'section', id, label: '' }, depth === 1));
