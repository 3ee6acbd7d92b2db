'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogFooter, DialogTitle } from '@/components/ui/dialog.client';
import { LibraryGrid } from './library-grid.client';
import type { SentMedia } from './sent-media';
import { useLibrary } from './use-library.client';

/** What a story needs to know of a picture that was chosen for it. */
export interface ChosenPicture {
  id: number;
  hash: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
}

interface MediaPickerProps {
  many: boolean;
  onChosen: (pictures: ChosenPicture[]) => void;
  onClose: () => void;
}

/** Chooses one picture, or several in an order, from the library; new ones can be uploaded on the way. */
export function MediaPicker({ many, onChosen, onClose }: MediaPickerProps) {
  const [chosen, setChosen] = useState<SentMedia[]>([]);
  const add = (item: SentMedia) => {
    if (!many) return onChosen([asChosen(item)]);
    setChosen((before) =>
      before.some(({ id }) => id === item.id) ? before.filter(({ id }) => id !== item.id) : [...before, item],
    );
  };
  const library = useLibrary(null, (item) => many && setChosen((before) => [...before, item]));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent width="large" className="max-w-5xl!">
        <DialogTitle>{many ? 'Choose pictures' : 'Choose a picture'}</DialogTitle>
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
            <Button
              variant="primary"
              disabled={chosen.length === 0}
              onClick={() => onChosen(chosen.map(asChosen))}
            >
              {chosen.length > 1 ? `Put in ${chosen.length} pictures` : 'Put in the picture'}
            </Button>
          </DialogFooter>
        )}
      </DialogContent>
    </Dialog>
  );
}

const asChosen = ({ id, hash, width, height, alt, caption, credit }: SentMedia): ChosenPicture => ({
  id,
  hash,
  width: width ?? 0,
  height: height ?? 0,
  alt,
  caption,
  credit,
});
