import { toast } from '@/components/ui/toast.client';
import type { Answer } from './ask';

/** Long enough to read, think and press. */
const undoMs = 10_000;

/** Says that something is done, with a button that takes it back. */
export function sayWithUndo(done: string, undo: () => Promise<Answer<unknown>>, undone: string): void {
  toast(done, {
    duration: undoMs,
    action: {
      label: 'Undo',
      onClick: async () => {
        const answer = await undo();
        if (answer.ok) toast(undone);
        else toast.error(answer.sentence);
      },
    },
  });
}
