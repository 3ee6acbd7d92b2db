import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Nothing on the page as it stands that axe calls a barrier (WCAG 2.2 A and AA, and its best practices). */
export async function expectNoBarriers(
  page: Page,
  { exclude = [] }: { exclude?: string[] } = {},
): Promise<void> {
  const axe = new AxeBuilder({ page });
  for (const part of exclude) axe.exclude(part);
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}
