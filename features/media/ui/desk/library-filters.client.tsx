'use client';

import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { SelectField } from '@/components/ui/text-field.client';
import { kindNames, licenceNames, sightNames } from './licence-names';
import type { LibraryFilter, LibraryState } from './use-library.client';

/** Narrows the library by kind, by licence, and to what somebody has to see to; folded on a phone, for the pictures' sake. */
export function LibraryFilters({ library }: { library: LibraryState }) {
  const [open, setOpen] = useState(false);
  const set = Object.values(library.filter).filter(Boolean).length;
  const choice = (name: keyof LibraryFilter, label: string, all: string, names: Record<string, string>) => (
    <div className="w-44 max-sm:w-full">
      <SelectField
        label={label}
        hideLabel
        name=""
        value={library.filter[name] ?? ''}
        onChange={(event) => library.narrow({ [name]: event.currentTarget.value })}
        options={[
          { value: '', label: all },
          ...Object.entries(names).map(([value, words]) => ({ value, label: words })),
        ]}
      />
    </div>
  );
  return (
    <>
      <Button icon={<ListFilter />} aria-expanded={open} className="md:hidden" onClick={() => setOpen(!open)}>
        {set > 0 ? `Filters (${set})` : 'Filters'}
      </Button>
      <div className={classNames('flex flex-wrap gap-2 max-sm:w-full', !open && 'max-md:hidden')}>
        {!library.only && choice('kind', 'Kind', 'Every kind', kindNames)}
        {choice('licence', 'Licence', 'Any licence', licenceNames)}
        {choice('show', 'Show', 'Everything', sightNames)}
      </div>
    </>
  );
}
