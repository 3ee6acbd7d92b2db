'use client';

import { type ReactNode, useState } from 'react';
import { type UploadedFile, uploadFile } from '@/lib/upload-file';
import { type Sending, UploadLine } from './upload-line.client';

interface Sent extends Sending {
  file: File;
  stop: AbortController;
}

/** One file on its way: `line` shows it, with its ways out, and is null while there is none. */
export function useOneUpload(
  onThere: (file: UploadedFile) => void,
  replacesId?: number,
): { send: (file: File) => void; line: ReactNode } {
  const [sending, setSending] = useState<Sent | null>(null);
  const send = async (file: File) => {
    const stop = new AbortController();
    const note = (part: Partial<Sending>) => setSending((before) => before && { ...before, ...part });
    setSending({ file, stop, name: file.name, share: 0, waiting: false, sentence: null, again: false });
    const answer = await uploadFile(file, {
      replacesId,
      onProgress: (share) => note({ share }),
      onWaiting: (waiting) => note({ waiting }),
      signal: stop.signal,
    });
    if (stop.signal.aborted) return;
    if (!answer.ok) return note({ sentence: answer.sentence, again: answer.again, waiting: false });
    setSending(null);
    onThere(answer.file);
  };
  const line = sending && (
    <UploadLine
      sending={sending}
      onAgain={() => void send(sending.file)}
      onAway={() => {
        sending.stop.abort();
        setSending(null);
      }}
    />
  );
  return { send: (file) => void send(file), line };
}
