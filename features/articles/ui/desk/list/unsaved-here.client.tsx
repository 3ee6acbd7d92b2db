'use client';

import { useEffect, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { listUnsavedArticles } from '@/lib/draft-journal';

/** Text on this device that no server has: said on the first page of the desk, for who forgot what she was writing. */
export function UnsavedHere({ userId }: { userId: number }) {
  const [ids, setIds] = useState<number[]>([]);
  useEffect(() => {
    listUnsavedArticles(userId)
      .then(setIds)
      .catch(() => undefined);
  }, [userId]);
  if (ids.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="warning" title="This device keeps text that was never saved">
        <ul>
          {ids.map((id) => (
            <li key={id}>
              <a href={`/admin/articles/${id}`}>Open the story and put it back</a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
