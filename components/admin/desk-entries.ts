import {
  CalendarClock,
  CalendarDays,
  Files,
  FileText,
  FolderTree,
  Image,
  Inbox,
  Library,
  type LucideIcon,
  Mail,
  MessagesSquare,
  Newspaper,
  PenLine,
  Settings,
  SquareKanban,
  Tags,
  Trash2,
  Users,
} from 'lucide-react';

/** Icons by name, because a server layout can hand names to a client part, not functions. */
export const entryIcons = {
  stories: Files,
  schedule: CalendarClock,
  calendar: CalendarDays,
  board: SquareKanban,
  comments: MessagesSquare,
  media: Image,
  front: Newspaper,
  pages: FileText,
  newsletter: Mail,
  sections: FolderTree,
  tags: Tags,
  series: Library,
  authors: PenLine,
  users: Users,
  settings: Settings,
  mailbox: Inbox,
  trash: Trash2,
} as const satisfies Record<string, LucideIcon>;

export interface DeskEntry {
  icon: keyof typeof entryIcons;
  label: string;
  href: string;
  /** How many things wait there. */
  waiting?: number;
}

export interface DeskGroup {
  /** Named in the command palette, and drawn where there is more than one. */
  label: string;
  entries: DeskEntry[];
}

/** Whether an entry leads to the page at `path`, or to one that hangs under it. */
export const isAt = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`);
