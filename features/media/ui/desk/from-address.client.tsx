'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { TextField } from '@/components/ui/text-field.client';
import { takePicture } from '@/lib/take-picture';
import type { SentMedia } from './sent-media';

interface FromAddressProps {
  open: boolean;
  onOpen: (open: boolean) => void;
  onTaken: (item: SentMedia) => void;
  /** Where a PDF, sound or film is of no use. */
  picturesOnly: boolean;
}

/**
 * The way in for a file that lies on the web: its address, typed, or pasted while nobody types. A refused address
 * stays in the field with the reason under it.
 */
export function FromAddress({ open, onOpen, onTaken, picturesOnly }: FromAddressProps) {
  const [address, setAddress] = useState('');
  const [fetching, setFetching] = useState(false);
  const [error, setError] = useState<string>();
  const tell = useRef({ onTaken, onOpen, picturesOnly });
  tell.current = { onTaken, onOpen, picturesOnly };
  const take = useCallback(async (wanted: string) => {
    setFetching(true);
    setError(undefined);
    const answer = await takePicture<SentMedia>(wanted, {
      kinds: tell.current.picturesOnly ? 'pictures' : 'any',
    });
    setFetching(false);
    if (!answer.ok) return setError(answer.sentence);
    setAddress('');
    tell.current.onTaken(answer.file);
    tell.current.onOpen(false);
  }, []);
  usePastedAddress((pasted) => {
    if (fetching) return;
    onOpen(true);
    setAddress(pasted);
    void take(pasted);
  });
  if (!open) return null;
  return (
    <form
      className="mb-4 space-y-2 rounded-md border border-rule p-3"
      aria-label="File from an address"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // The picker is drawn elsewhere, but its events rise to the form around it.
        event.stopPropagation();
        if (!fetching) void take(address);
      }}
    >
      <TextField
        label={picturesOnly ? 'Address of the picture' : 'Address of the picture or file'}
        name=""
        type="url"
        inputMode="url"
        placeholder="https://"
        hint={
          picturesOnly
            ? pictureHint
            : `${pictureHint} PDF, MP3 and MP4 are taken, too; what takes over a minute and a half is better saved and uploaded.`
        }
        autoComplete="off"
        spellCheck={false}
        autoFocus
        maxLength={2000}
        value={address}
        error={error}
        readOnly={fetching}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          setError(undefined);
        }}
      />
      {fetching && <Progress label="Fetching it" />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => onOpen(false)}>Cancel</Button>
        <Button type="submit" variant="primary" loading={fetching}>
          Fetch
        </Button>
      </div>
    </form>
  );
}

const pictureHint = 'The picture’s own address: on the web page, right-click it and copy the image address.';

function usePastedAddress(onPasted: (address: string) => void): void {
  const latest = useRef(onPasted);
  latest.current = onPasted;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      const isTyping =
        target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]');
      const text = clipboardData?.getData('text/plain').trim() ?? '';
      if (isTyping || (clipboardData?.files.length ?? 0) > 0 || !/^https?:\/\/\S{3,}$/i.test(text)) return;
      event.preventDefault();
      latest.current(text);
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, []);
}
