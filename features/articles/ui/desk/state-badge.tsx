import { Status, type Tone } from '@/components/ui/badge';
import type { ArticleState } from '../../rules';

const shown = {
  draft: { label: 'Draft', tone: 'neutral' },
  in_review: { label: 'In review', tone: 'info' },
  approved: { label: 'Approved', tone: 'info' },
  scheduled: { label: 'Scheduled', tone: 'warning' },
  live: { label: 'Live', tone: 'success' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
  killed: { label: 'Killed', tone: 'danger' },
  trashed: { label: 'In the trash', tone: 'danger' },
} as const satisfies Record<ArticleState, { label: string; tone: Tone }>;

export const stateLabel = (state: ArticleState): string => shown[state].label;

/** What an article is, as a dot and a word. */
export const StateBadge = ({ state }: { state: ArticleState }) => (
  <Status tone={shown[state].tone}>{shown[state].label}</Status>
);
