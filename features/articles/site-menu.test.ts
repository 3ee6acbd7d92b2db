import { describe, expect, test } from 'vitest';
import { menuShape } from '@/features/settings/queries';
import type { ListedSection } from '@/features/taxonomy/queries';
import { showMenu } from './site-menu';

const section = (id: number, name: string, slug: string) => ({ id, name, slug }) as ListedSection;
const around = {
  sections: [section(1, 'News', 'news'), section(2, 'Asia-Pacific', 'asia-pacific')],
  pages: [{ id: 7, title: 'About us', slug: 'about' }],
  tags: [{ id: 9, name: 'Storm', slug: 'storm' }],
};
const show = (menu: unknown) => showMenu(menuShape.parse(menu), around);

describe('R16 menus', () => {
  test('R16 entries go by their own words, else by the name of what they lead to, as it is today', () => {
    const menu = [
      { kind: 'section', id: 1, label: '', below: [{ kind: 'section', id: 2, label: 'Asia' }] },
      { kind: 'tag', id: 9, label: '' },
      { kind: 'page', id: 7, label: 'Who we are' },
      { kind: 'address', href: 'https://shop.example/', label: 'Shop' },
    ];
    expect(show(menu)).toEqual([
      { label: 'News', href: '/news', below: [{ label: 'Asia', href: '/asia-pacific' }] },
      { label: 'Storm', href: '/tag/storm', below: [] },
      { label: 'Who we are', href: '/about', below: [] },
      { label: 'Shop', href: 'https://shop.example/', below: [] },
    ]);
  });

  test('R16 what leads nowhere any more drops out with all under it, and so does a second way to the same place', () => {
    const menu = [
      { kind: 'section', id: 5, label: 'Gone', below: [{ kind: 'section', id: 2, label: '' }] },
      { kind: 'page', id: 8, label: 'Withdrawn' },
      { kind: 'section', id: 1, label: '', below: [{ kind: 'tag', id: 4, label: '' }] },
      { kind: 'address', href: '/news', label: 'News again' },
    ];
    expect(show(menu)).toEqual([{ label: 'News', href: '/news', below: [] }]);
  });

  test.each([
    [{ kind: 'address', href: 'javascript:alert(1)', label: 'X' }],
    [{ kind: 'address', href: '//elsewhere.example', label: 'X' }],
    [{ kind: 'address', href: 'http://plain.example', label: 'X' }],
    [{ kind: 'address', href: '/ok', label: ' ' }],
    [{ kind: 'address', href: '/ok', label: 'x'.repeat(61) }],
    [{ kind: 'section', id: 'constructor', label: '' }],
    [{ kind: 'user', id: 1, label: '' }],
    [{ kind: 'section', id: 1, label: '', below: Array(13).fill({ kind: 'section', id: 1, label: '' }) }],
  ])('R16 %j is refused', (entry) => {
    expect(menuShape.safeParse([entry]).success).toBe(false);
  });

  test('R16 no more than 24 entries fit', () => {
    expect(menuShape.safeParse(Array(25).fill({ kind: 'section', id: 1, label: '' })).success).toBe(false);
  });

  test('R16 an entry under an entry under an entry is not kept', () => {
    const under = { kind: 'section', id: 2, label: '', below: [{ kind: 'section', id: 1, label: '' }] };
    const [kept] = menuShape.parse([{ kind: 'section', id: 1, label: '', below: [under] }]);
    expect(kept?.below).toEqual([{ kind: 'section', id: 2, label: '' }]);
  });
});
