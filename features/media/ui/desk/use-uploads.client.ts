'use client';

import { useCallback, useRef, useState } from 'react';
import { uploadFile } from '@/lib/upload-file';
import { isPictureFile } from '@/lib/upload-kinds';
import type { SentMedia } from './sent-media';
import type { Sending } from './upload-line.client';

export interface Upload extends Sending {
  key: number;
}

/** Two at a time: more would only wait for each other. */
const atOnce = 2;

interface Waiting {
  key: number;
  file: File;
  stop: AbortController;
}

/** Files on their way to the library, in turn. A file that failed is kept until it is sent again or put away. */
export function useUploads(only: 'picture' | undefined, onUploaded: (item: SentMedia) => void) {
  const [shown, setShown] = useState<Upload[]>([]);
  const files = useRef(new Map<number, Waiting>());
  const queue = useRef<Waiting[]>([]);
  const busy = useRef(0);
  const tell = useRef(onUploaded);
  tell.current = onUploaded;

  const change = useCallback((key: number, part: Partial<Upload>) => {
    setShown((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)));
  }, []);
  const away = useCallback((key: number) => {
    files.current.get(key)?.stop.abort();
    files.current.delete(key);
    queue.current = queue.current.filter((waiting) => waiting.key !== key);
    setShown((before) => before.filter((each) => each.key !== key));
  }, []);

  const work = useCallback(async () => {
    if (busy.current >= atOnce) return;
    busy.current++;
    for (let next = queue.current.shift(); next; next = queue.current.shift()) {
      const { key, file, stop } = next;
      const answer =
        !only || isPictureFile(file)
          ? await uploadFile<SentMedia>(file, {
              onProgress: (share) => change(key, { share }),
              onWaiting: (waiting) => change(key, { waiting }),
              signal: stop.signal,
            })
          : ({ ok: false, sentence: 'This is not a picture.', again: false } as const);
      if (stop.signal.aborted) continue;
      if (!answer.ok) change(key, { sentence: answer.sentence, again: answer.again, waiting: false });
      else {
        away(key);
        tell.current(answer.file);
      }
    }
    busy.current--;
  }, [only, change, away]);

  const enqueue = useCallback(
    (waiting: Waiting[]) => {
      for (const each of waiting) files.current.set(each.key, each);
      queue.current.push(...waiting);
      for (let n = 0; n < atOnce; n++) void work();
    },
    [work],
  );

  const upload = useCallback(
    (chosen: File[]) => {
      const waiting = chosen.map((file) => ({ file, key: nextKey++, stop: new AbortController() }));
      setShown((before) => [
        ...before,
        ...waiting.map(({ file, key }) => ({ ...begun, key, name: file.name })),
      ]);
      enqueue(waiting);
    },
    [enqueue],
  );

  const again = useCallback(
    (key: number) => {
      const kept = files.current.get(key);
      if (!kept) return;
      change(key, begun);
      enqueue([{ ...kept, stop: new AbortController() }]);
    },
    [change, enqueue],
  );

  return { uploads: shown, upload, again, away };
}

const begun = { share: 0, waiting: false, sentence: null, again: false };

let nextKey = 1;
