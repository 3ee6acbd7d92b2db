import { whyUnreached } from './reaching';
import { toast } from './toast.client';

/** How the way back went. */
type Undone = { ok: true } | { ok: false; sentence: string };

/** Long enough to read, think and press. */
const undoMs = 10_000;

/** Says that something is done, with a button that takes it back. */
export function sayWithUndo(done: string, undo: () => Promise<Undone>, undone: string): void {
  toast(done, {
    duration: undoMs,
    action: {
      label: 'Undo',
      onClick: async () => {
        const answer = await undo().catch(unreached);
        if (answer.ok) toast(undone);
        else toast.error(answer.sentence);
      },
    },
  });
}

const unreached = (error: unknown): Undone => ({ ok: false, sentence: whyUnreached(error) });
