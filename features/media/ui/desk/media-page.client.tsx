'use client';

import { useState } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { LibraryGrid } from './library-grid.client';
import { MediaDetails } from './media-details.client';
import type { SentMedia } from './sent-media';
import { useLibrary } from './use-library.client';

interface MediaPageProps {
  first: { items: SentMedia[]; next: number | null };
  userId: number;
  may: { upload: boolean; editAll: boolean; editOwn: boolean; delete: boolean };
}

/** The library of the paper. */
export function MediaPage({ first, userId, may }: MediaPageProps) {
  const [open, setOpen] = useState<SentMedia | null>(null);
  const library = useLibrary(first);
  return (
    <>
      <PageHeader
        title="Media"
        description="Pictures, documents, sound and film. Drop or paste new ones anywhere on this page."
      />
      <LibraryGrid library={library} pressLabel="Open" onPress={setOpen} mayUpload={may.upload} />
      {open && (
        <MediaDetails
          key={open.id}
          item={open}
          mayEdit={may.editAll || (may.editOwn && open.uploadedBy === userId)}
          mayDelete={may.delete}
          onChanged={(item) => {
            library.replace(item);
            setOpen(null);
          }}
          onDeleted={(id) => {
            library.remove(id);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
