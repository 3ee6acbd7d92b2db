'use client';

import { createContext } from 'react';

interface Chosen {
  chosen: ReadonlySet<number>;
  choose: (id: number, range: boolean) => void;
  chooseAll: (ids: number[]) => void;
}

export const ChosenContext = createContext<Chosen>({
  chosen: new Set(),
  choose: () => {},
  chooseAll: () => {},
});
