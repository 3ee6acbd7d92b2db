import { shortcuts } from '@/lib/shortcuts';

export const decisions = ['approved', 'spam', 'deleted', 'held'] as const;
export type Decision = (typeof decisions)[number];

/** C5: one key a decision. */
export const decisionKeys: Record<string, Decision | undefined> = Object.fromEntries(
  decisions.map((decision) => [shortcuts.comments[decision], decision]),
);
