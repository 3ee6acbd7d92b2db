import type { StaffActor } from '@/db/context';
import { stopping } from '@/lib/stopping';
import { deskHub } from './desk-hub';

/** A word now and then, so that proxies and browsers see that the line stands. */
const stillHereMs = 20_000;
/** A client that takes nothing in for so many messages is cut off; it asks again. */
const mostWaiting = 50;

interface StreamOptions {
  actor: StaffActor;
  findActor: () => Promise<StaffActor | null>;
  articleId: number | null;
  /** The visitor has gone. */
  signal: AbortSignal;
}

/**
 * The desk as a stream of events (HTML Standard, server-sent events): each `message` is a whole `DeskState`. Ends when the
 * visitor goes, her session ends or this process stops; the browser then asks again. Throws TooMany.
 */
export function deskStream({
  actor,
  findActor,
  articleId,
  signal,
}: StreamOptions): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  let end = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (words: string) => {
        if ((controller.desiredSize ?? 0) < -mostWaiting) end();
        else controller.enqueue(text.encode(words));
      };
      let ended = false;
      const unwatch = deskHub().watch({
        actor,
        findActor,
        articleId,
        send: (state) => say(`data: ${state}\n\n`),
        end: () => end(),
      });
      const timer = setInterval(() => say(': still here\n\n'), stillHereMs);
      end = () => {
        if (ended) return;
        ended = true;
        clearInterval(timer);
        unwatch();
        for (const over of [signal, stopping()]) over.removeEventListener('abort', end);
        try {
          controller.close();
        } catch {
          // The visitor closed it first.
        }
      };
      for (const over of [signal, stopping()]) over.addEventListener('abort', end);
      if (signal.aborted || stopping().aborted) end();
      else say('retry: 2000\n\n');
    },
    cancel: () => end(),
  });
}
