'use client';

import {
  Code,
  GalleryHorizontal,
  Heading2,
  Heading3,
  Heading4,
  ImagePlus,
  Images,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  MonitorPlay,
  Newspaper,
  PanelTop,
  Paperclip,
  Pilcrow,
  Quote,
  Superscript,
  Table,
  TextQuote,
} from 'lucide-react';

const icons: Record<string, LucideIcon> = {
  'heading-2': Heading2,
  'heading-3': Heading3,
  'heading-4': Heading4,
  upload: ImagePlus,
  file: Paperclip,
  library: Images,
  gallery: GalleryHorizontal,
  embed: MonitorPlay,
  'story-card': Newspaper,
  table: Table,
  quote: Quote,
  'pull-quote': TextQuote,
  callout: PanelTop,
  footnote: Superscript,
  bullets: List,
  numbers: ListOrdered,
  divider: Minus,
  code: Code,
  paragraph: Pilcrow,
};

/** What stands before a command in the slash menu; fetched with the first menu, for nobody types by it. */
export function CommandIcon({ id }: { id: string }) {
  const Icon = icons[id];
  return Icon ? <Icon aria-hidden="true" /> : null;
}
