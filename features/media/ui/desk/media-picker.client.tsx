'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogFooter, DialogTitle } from '@/components/ui/dialog.client';
import type { UploadedFile } from '@/lib/upload-file';
import { LibraryGrid } from './library-grid.client';
import type { SentMedia } from './sent-media';
import { useLibrary } from './use-library.client';

interface MediaPickerProps {
  many: boolean;
  /** Documents, sound and film are left out. */
  picturesOnly: boolean;
  onChosen: (files: Omit<UploadedFile, 'known'>[]) => void;
  onClose: () => void;
}

/** Chooses one file, or several in an order, from the library; new ones can be uploaded on the way. */
export function MediaPicker({ many, picturesOnly, onChosen, onClose }: MediaPickerProps) {
  const [chosen, setChosen] = useState<SentMedia[]>([]);
  const add = (item: SentMedia) => {
    if (!many) return onChosen([item]);
    setChosen((before) =>
      before.some(({ id }) => id === item.id) ? before.filter(({ id }) => id !== item.id) : [...before, item],
    );
  };
  const library = useLibrary(null, {
    only: picturesOnly ? 'picture' : undefined,
    onUploaded: (item) => many && setChosen((before) => [...before, item]),
    onSwapped: (gone, instead) =>
      setChosen((before) => before.map((item) => (item.id === gone.id ? instead : item))),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent width="large" className="max-w-5xl!">
        <DialogTitle>
          {!picturesOnly ? 'Choose from the library' : many ? 'Choose pictures' : 'Choose a picture'}
        </DialogTitle>
        <LibraryGrid
          library={library}
          chosen={many ? new Set(chosen.map(({ id }) => id)) : undefined}
          pressLabel="Choose"
          onPress={add}
          mayUpload
        />
        {many && (
          <DialogFooter>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" disabled={chosen.length === 0} onClick={() => onChosen(chosen)}>
              {putIn(chosen)}
            </Button>
          </DialogFooter>
        )}
      </DialogContent>
    </Dialog>
  );
}

function putIn(chosen: SentMedia[]): string {
  const what = chosen.every(({ kind }) => kind === 'picture') ? 'picture' : 'file';
  return chosen.length > 1 ? `Put in ${chosen.length} ${what}s` : `Put in the ${what}`;
}
