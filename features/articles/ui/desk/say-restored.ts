import { toast } from '@/components/ui/toast.client';
import type { Restored } from '../../commands/restore-article';

/** Says that a story is out of the trash, and that what was planned for it is not by that. */
export function sayRestored({ cancelled }: Restored): void {
  toast(
    cancelled.length === 0
      ? 'Out of the trash.'
      : 'Out of the trash. What was planned stays cancelled: plan it anew where it is still wanted.',
  );
}
