'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import type { LibrarySight } from '../../rules';
import { LibraryGrid } from './library-grid.client';
import { MediaDetails } from './media-details.client';
import type { SentMedia } from './sent-media';
import { type LibraryFilter, useLibrary } from './use-library.client';

interface MediaPageProps {
  first: { items: SentMedia[]; next: number | null };
  asked: LibraryFilter & { search: string };
  /** How many licences have ended, and how many end soon. */
  ending: { expired: number; expiring: number };
  userId: number;
  may: { upload: boolean; editAll: boolean; editOwn: boolean; delete: boolean };
}

/** The library of the paper. */
export function MediaPage({ first, asked, ending, userId, may }: MediaPageProps) {
  const [open, setOpen] = useState<SentMedia | null>(null);
  const library = useLibrary(first, { asked });
  return (
    <>
      <PageHeader
        title="Media"
        description="Pictures, documents, sound and film. Drop or paste new ones anywhere on this page."
      />
      <EndingNotice ending={ending} onShow={(show) => library.narrow({ show })} />
      <LibraryGrid library={library} pressLabel="Open" onPress={setOpen} mayUpload={may.upload} />
      {open && (
        <MediaDetails
          key={open.id}
          item={open}
          mayEdit={may.editAll || (may.editOwn && open.uploadedBy === userId)}
          mayDelete={may.delete}
          onChanged={(item) => {
            void library.refresh(item.id);
            setOpen(null);
          }}
          onDeleted={(id) => {
            library.remove(id);
            setOpen(null);
          }}
          onRestored={(id) => void library.putBack(id)}
          onOpen={setOpen}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function EndingNotice({
  ending: { expired, expiring },
  onShow,
}: {
  ending: MediaPageProps['ending'];
  onShow: (show: LibrarySight) => void;
}) {
  if (expired + expiring === 0) return null;
  const licences = (count: number) => (count === 1 ? 'licence' : 'licences');
  return (
    <div className="mb-4">
      <Notice
        tone={expired > 0 ? 'danger' : 'warning'}
        action={
          <span className="flex flex-wrap gap-2">
            {expired > 0 && <Button onClick={() => onShow('expired')}>Show ended</Button>}
            {expiring > 0 && <Button onClick={() => onShow('expiring')}>Show ending</Button>}
          </span>
        }
      >
        {[
          expired > 0 && `${expired} ${licences(expired)} ended`,
          expiring > 0 && `${expiring} ${licences(expiring)} ending within 30 days`,
        ]
          .filter(Boolean)
          .join(', ')}
        .
      </Notice>
    </div>
  );
}
