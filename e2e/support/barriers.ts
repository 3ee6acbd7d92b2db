import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface Where {
  /** Only this part of the page. */
  within?: string;
  /** All but these parts. */
  exclude?: string[];
  /** In axe's one-page mode, for pages without frames: no tab of its own for every look. */
  quick?: boolean;
  /** Only these rules of axe. */
  rules?: string[];
}

/** Nothing on the page as it stands that axe calls a barrier (WCAG 2.2 A and AA, and its best practices). */
export async function expectNoBarriers(
  page: Page,
  { within = 'html', exclude = [], quick = false, rules }: Where = {},
): Promise<void> {
  const axe = new AxeBuilder({ page }).include(within).setLegacyMode(quick);
  if (rules) axe.withRules(rules);
  for (const part of exclude) axe.exclude(part);
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}
