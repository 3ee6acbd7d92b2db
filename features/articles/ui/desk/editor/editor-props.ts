import type { ComponentType } from 'react';
import type { UploadedFile } from '@/lib/upload-file';
import type { Permissions } from '../../../desk-rules';
import type { Attendance } from '../../../presence';
import type { Draft } from '../../../queries/draft';
import type { Named, Shelf } from '../panel/named';

/** What a story needs to know of a file of the library. */
export type LibraryFile = Omit<UploadedFile, 'known'>;

/** Chooses from the library; belongs to another subject and is handed in. */
export type PicturePicker = ComponentType<{
  onChosen: (files: LibraryFile[]) => void;
  onClose: () => void;
  many: boolean;
  picturesOnly: boolean;
}>;

export interface ArticleEditorProps {
  draft: Draft;
  /** Who wrote it when the page was made. */
  writer: Attendance['writer'];
  user: { id: number; name: string };
  may: Permissions;
  paper: { timeZone: string; language: string };
  sections: Shelf[];
  authors: Named[];
  series: Named[];
  picturePicker: PicturePicker;
}
