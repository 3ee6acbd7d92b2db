'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { pictureAddress } from '@/lib/pictures';
import type { SentMedia } from './sent-media';
import type { Double, LibraryState } from './use-library.client';

/** Pictures that have just come and look like what was there before: one of the two, or both. */
export function Doubles({ library }: { library: LibraryState }) {
  if (library.doubles.length === 0) return null;
  return (
    <ul className="mb-4 space-y-2">
      {library.doubles.map((double) => (
        <li key={double.item.id}>
          <DoubleNotice double={double} library={library} />
        </li>
      ))}
    </ul>
  );
}

function DoubleNotice({ double, library }: { double: Double; library: LibraryState }) {
  const [refused, setRefused] = useState<string>();
  const [waiting, setWaiting] = useState(false);
  const { item, other } = double;
  const where = other.uses ? `, which is in ${other.uses === 1 ? 'a story' : `${other.uses} stories`}` : '';
  return (
    <Notice
      tone="warning"
      announce="status"
      action={
        <span className="flex flex-wrap gap-2">
          <Button
            loading={waiting}
            onClick={async () => {
              setWaiting(true);
              setRefused(await library.takeOther(double));
              setWaiting(false);
            }}
          >
            Use that instead
          </Button>
          <Button variant="quiet" onClick={() => void library.keepBoth(double)}>
            Keep both
          </Button>
        </span>
      }
    >
      <span className="flex items-center gap-3">
        <Small item={item} />
        <Small item={other} />
        <span className="min-w-0 flex-1">
          {item.filename} looks like “{other.alt || other.caption || other.filename}”{where}.
          {refused && ` ${refused}`}
        </span>
      </span>
    </Notice>
  );
}

/** A picture as small as it can be told by. */
export const Small = ({ item }: { item: SentMedia }) => (
  // biome-ignore lint/performance/noImgElement: our own rendition
  <img
    src={pictureAddress(item.hash, 320, 'webp')}
    alt=""
    loading="lazy"
    className="size-12 shrink-0 rounded-sm bg-sunken object-cover"
  />
);
