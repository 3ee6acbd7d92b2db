'use client';

import { useSyncExternalStore } from 'react';
import type { Present } from '../../../presence';
import { presentAt, watchDesk } from './desk-stream.client';
import { PeopleHere } from './people-here';

const nobody: Present[] = [];

/** Who has the article of a row open just now. */
export function PresentHere({ articleId }: { articleId: number }) {
  const people = useSyncExternalStore(
    watchDesk,
    () => presentAt(articleId),
    () => nobody,
  );
  return <PeopleHere people={people} />;
}
