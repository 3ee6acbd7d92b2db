import type { ServerResponse } from 'node:http';
import type { PressNotes } from '@/lib/press-notes';

/** Lets an answer that Next writes itself leave with the status and place its page noted down. */
export function sendAsNoted(res: ServerResponse, notes: PressNotes): void {
  const writeHead = res.writeHead;
  res.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (notes.status !== undefined && args[0] === 200) {
      args[0] = notes.status;
      if (notes.location !== undefined) this.setHeader('Location', notes.location);
    }
    return Reflect.apply(writeHead, this, args);
  } as typeof writeHead;
}
