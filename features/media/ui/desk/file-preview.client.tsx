'use client';

import { FileText, Film, Music } from 'lucide-react';
import { extensionOf, fileAddress, fileTypes, lengthInWords } from '@/lib/files';
import type { SentMedia } from './sent-media';

const icons = { document: <FileText />, audio: <Music />, video: <Film /> };

/** "PDF", "MP4, 3:40": what a file is that is no picture. */
export function factsOf({ mimeType, seconds }: SentMedia): string {
  const extension = extensionOf(mimeType);
  return [extension && fileTypes[extension].name, seconds && lengthInWords(seconds)]
    .filter(Boolean)
    .join(', ');
}

/** What stands in the library for a file that is no picture. */
export function FileTile({ item }: { item: SentMedia }) {
  return (
    <span className="grid aspect-4/3 w-full place-content-center justify-items-center gap-2 rounded-sm bg-sunken text-muted group-hover:bg-rule group-aria-pressed:outline-3 group-aria-pressed:outline-focus group-aria-pressed:outline-offset-2 [&_svg]:size-8">
      <span aria-hidden="true">{item.kind === 'picture' ? null : icons[item.kind]}</span>
      <span className="text-xs">{factsOf(item)}</span>
    </span>
  );
}

/** The file itself: a player, or the way to it. */
export function FilePreview({ item }: { item: SentMedia }) {
  const extension = extensionOf(item.mimeType);
  if (!extension) return null;
  const address = fileAddress(item.hash, extension);
  const label = item.alt || item.filename;
  if (item.kind === 'audio')
    // biome-ignore lint/a11y/useMediaCaption: what is in it, the story says
    return <audio controls preload="metadata" src={address} aria-label={label} className="w-full" />;
  if (item.kind === 'video')
    return (
      // biome-ignore lint/a11y/useMediaCaption: what is in it, the story says
      <video
        controls
        preload="metadata"
        src={address}
        aria-label={label}
        width={item.width ?? undefined}
        height={item.height ?? undefined}
        className="h-auto max-h-80 w-full rounded-sm bg-sunken"
      />
    );
  return (
    <a href={address} download className="block rounded-sm">
      <FileTile item={item} />
      Download {item.filename}
    </a>
  );
}
