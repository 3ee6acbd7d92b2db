'use client';

import { useContext } from 'react';
import { Checkbox } from '@/components/ui/choice-field.client';
import { ChosenContext } from './chosen-context.client';

/** Chooses one story of the list; with Shift all from the last chosen to it. */
export function ChooseBox({ id, title }: { id: number; title: string }) {
  const { chosen, choose } = useContext(ChosenContext);
  return (
    <Checkbox
      label={`Choose “${title}”`}
      checked={chosen.has(id)}
      onChange={(event) => choose(id, (event.nativeEvent as MouseEvent).shiftKey)}
    />
  );
}

/** Chooses every story of the page, or none. */
export function ChooseAllBox({ ids }: { ids: number[] }) {
  const { chosen, chooseAll } = useContext(ChosenContext);
  const all = ids.every((id) => chosen.has(id));
  return (
    <Checkbox label="Choose all on this page" checked={all} onChange={() => chooseAll(all ? [] : ids)} />
  );
}
