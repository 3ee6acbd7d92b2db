import { expect, test } from 'vitest';
import { faultsOf, menuOf, newLine } from './menu-lines';

test('R16 what is refused of a menu is said of the very line that was sent', () => {
  const address = (href: string, label: string, under = false) =>
    newLine({ kind: 'address', href, label }, under);
  // The first would stand under nothing, so it is sent as an entry of its own.
  const lines = [
    address('/a', 'A', true),
    address('/b', 'B', true),
    address('x', 'C'),
    address('/d', '', true),
    address('/e', 'E', true),
  ];
  const [, , third, fourth] = lines.map(({ key }) => key);
  expect(menuOf(lines).map(({ below }) => below.length)).toEqual([1, 2]);
  expect(faultsOf(lines, { '1.href': 'No address.', '1.below.0.label': 'No words.' })).toEqual({
    [third ?? '']: { href: 'No address.' },
    [fourth ?? '']: { label: 'No words.' },
  });
  expect(faultsOf(lines, { '1.below': 'At most 12.', '': 'At most 24.' })).toEqual({});
});
