'use client';

import { Check, Images, ImageUp, Link2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field.client';
import { pictureAddress } from '@/lib/pictures';
import { libraryTypes, pictureTypes } from '@/lib/upload-kinds';
import { Doubles } from './doubles.client';
import { FileTile } from './file-preview.client';
import { FromAddress } from './from-address.client';
import { LibraryFilters } from './library-filters.client';
import { dayInWords } from './licence-names';
import type { SentMedia } from './sent-media';
import { UploadLine } from './upload-line.client';
import type { LibraryState } from './use-library.client';

interface LibraryGridProps {
  library: LibraryState;
  chosen?: ReadonlySet<number>;
  /** What a press on a picture does, for its name. */
  pressLabel: string;
  onPress: (item: SentMedia) => void;
  mayUpload: boolean;
}

/** Every picture there is, newest first, and the ways in: dropping, pasting, choosing, an address. */
export function LibraryGrid({ library, chosen, pressLabel, onPress, mayUpload }: LibraryGridProps) {
  const files = useRef<HTMLInputElement>(null);
  const dropping = useDropsAndPastes(mayUpload ? library.upload : null);
  const { items, next, loading, failed, search } = library;
  const narrowed = search !== '' || library.isNarrowed;
  const [byAddress, setByAddress] = useState(false);
  const waysIn = mayUpload && (
    <div className="flex flex-wrap gap-2">
      <Button icon={<Link2 />} aria-expanded={byAddress} onClick={() => setByAddress(!byAddress)}>
        From an address
      </Button>
      <Button variant="primary" icon={<ImageUp />} onClick={() => files.current?.click()}>
        Upload
      </Button>
    </div>
  );
  return (
    <div
      className={classNames(
        'min-h-64 rounded-md',
        dropping && 'outline-2 outline-focus outline-dashed outline-offset-4',
      )}
    >
      <div className="mb-4 flex flex-wrap items-end gap-2">
        <div className="min-w-64 flex-1">
          <TextField
            label="Search the library"
            hideLabel
            name=""
            type="search"
            placeholder="Name, caption, description, credit"
            value={search}
            maxLength={200}
            onChange={(event) => library.setSearch(event.currentTarget.value)}
          />
        </div>
        <LibraryFilters library={library} />
        {(items.length > 0 || narrowed) && waysIn}
        <input
          ref={files}
          type="file"
          accept={library.only ? pictureTypes : libraryTypes}
          multiple
          hidden
          aria-label="Files to upload"
          onChange={(event) => {
            library.upload([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {mayUpload && (
        <FromAddress
          open={byAddress}
          onOpen={setByAddress}
          onTaken={library.took}
          picturesOnly={library.only !== undefined}
        />
      )}
      <UploadList library={library} />
      <Doubles library={library} />
      {failed && (
        <Notice
          tone="danger"
          announce="alert"
          action={<Button onClick={() => library.retry()}>Try again</Button>}
        >
          The library cannot be read just now.
        </Notice>
      )}
      <p className="sr-only" role="status">
        {loading ? 'Looking' : `${items.length} files${next ? ' and more' : ''}`}
      </p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3">
        {items.map((item) => (
          <li key={item.id}>
            <Tile
              item={item}
              isChosen={chosen?.has(item.id)}
              label={pressLabel}
              onPress={() => onPress(item)}
            />
          </li>
        ))}
        {loading &&
          items.length === 0 &&
          Array.from({ length: 8 }, (_, n) => <Waiting key={`wait-${String(n)}`} />)}
      </ul>
      {!loading && items.length === 0 && !failed && <Nothing library={library} action={waysIn} />}
      {next && (
        <div className="mt-4 flex justify-center">
          <Button loading={loading} onClick={() => library.more()}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}

const Waiting = () => (
  <li>
    <Skeleton className="aspect-4/3 w-full" />
  </li>
);

function Nothing({ library, action }: { library: LibraryState; action: ReactNode }) {
  const { search, isNarrowed } = library;
  if (search === '' && !isNarrowed)
    return (
      <EmptyState title="Nothing here yet" icon={<Images />} action={action}>
        Drop pictures, PDF, MP3 and MP4 here, paste them, or upload them. Captions and credits that are in
        pictures are read in; positions and serial numbers are taken out.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Nothing found"
      icon={<Images />}
      action={isNarrowed && <Button onClick={library.widen}>Show everything</Button>}
    >
      {search === ''
        ? 'Nothing in the library is of this kind.'
        : `Nothing has “${search}” in its name, caption, description or credit. Try fewer letters.`}
    </EmptyState>
  );
}

interface TileProps {
  item: SentMedia;
  isChosen: boolean | undefined;
  label: string;
  onPress: () => void;
}

function Tile({ item, isChosen, label, onPress }: TileProps) {
  const name = item.alt || item.caption || item.filename;
  return (
    <button
      type="button"
      onClick={onPress}
      aria-pressed={isChosen}
      className="group relative block w-full cursor-pointer text-start"
    >
      {item.kind === 'picture' ? <PictureTile item={item} /> : <FileTile item={item} />}
      {isChosen && (
        <span className="absolute end-1.5 top-1.5 grid size-6 place-items-center rounded-full bg-fill text-on-fill">
          <Check aria-hidden="true" className="size-4" />
        </span>
      )}
      <span className="mt-1 block truncate text-sm" dir="auto">
        <span className="sr-only">{label}: </span>
        {name}
      </span>
      <span className="block truncate text-muted text-xs" dir="auto">
        <TileNote item={item} />
      </span>
    </button>
  );
}

/** The most urgent thing there is to say of it. */
function TileNote({ item }: { item: SentMedia }) {
  const uses = item.uses ?? 0;
  const where = uses > 0 ? `, in ${uses === 1 ? 'a story' : `${uses} stories`}` : '';
  if (item.licenceState === 'expired')
    return (
      <Badge tone="danger">
        Ended {dayInWords(item.expiresOn)}
        {where}
      </Badge>
    );
  if (item.licenceState === 'expiring')
    return (
      <Badge tone="warning">
        Ends {dayInWords(item.expiresOn)}
        {where}
      </Badge>
    );
  if (item.alt === '' && item.kind === 'picture') return <Badge tone="warning">No description</Badge>;
  return item.credit || 'No credit';
}

const PictureTile = ({ item }: { item: SentMedia }) => (
  // biome-ignore lint/performance/noImgElement: our own rendition
  <img
    src={pictureAddress(item.hash, 320, 'webp')}
    width={item.width ?? undefined}
    height={item.height ?? undefined}
    alt=""
    loading="lazy"
    decoding="async"
    className="aspect-4/3 w-full rounded-sm bg-sunken object-cover group-hover:opacity-90 group-aria-pressed:outline-3 group-aria-pressed:outline-focus group-aria-pressed:outline-offset-2"
  />
);

function UploadList({ library: { uploads, again, away } }: { library: LibraryState }) {
  if (uploads.length === 0) return null;
  return (
    <ul className="mb-4 space-y-2">
      {uploads.map(({ key, ...sending }) => (
        <li key={key}>
          <UploadLine sending={sending} onAgain={() => again(key)} onAway={() => away(key)} />
        </li>
      ))}
    </ul>
  );
}

/** Files dropped anywhere on the page, or pasted while nobody types. True while something is held over it. */
function useDropsAndPastes(take: ((files: File[]) => void) | null): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!take) return;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    };
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
      removeEventListener('paste', onPaste);
    };
  }, [take]);
  return over;
}
