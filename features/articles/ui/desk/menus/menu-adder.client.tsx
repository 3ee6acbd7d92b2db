'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/text-field.client';
import type { MenuLink } from '@/features/settings/queries';
import { findTags } from '../panel/find-tags';
import type { Place, Places } from './menu-lines';

const kinds: { value: MenuLink['kind']; label: string }[] = [
  { value: 'section', label: 'A section' },
  { value: 'page', label: 'A page of ours' },
  { value: 'tag', label: 'A tag' },
  { value: 'address', label: 'An address' },
];

interface MenuAdderProps {
  places: Places;
  /** `name` is that of a tag, which the page may not know yet. */
  onAdd: (link: MenuLink, name: string) => void;
}

/** One more entry at the end of a menu. */
export function MenuAdder({ places, onAdd }: MenuAdderProps) {
  const [kind, setKind] = useState<MenuLink['kind']>('section');
  const [id, setId] = useState('');
  const [href, setHref] = useState('');
  const [label, setLabel] = useState('');
  const [words, setWords] = useState('');
  const tags = useTags(kind === 'tag' ? words : null);
  const offered: Place[] = kind === 'tag' ? tags : kind === 'address' ? [] : places[kind];
  const chosen = offered.find((place) => String(place.id) === id);
  const ready = kind === 'address' ? href.trim() !== '' && label.trim() !== '' : chosen !== undefined;
  const add = () => {
    if (kind === 'address') onAdd({ kind, href: href.trim(), label: label.trim() }, label);
    else if (chosen) onAdd({ kind, id: chosen.id, label: '' }, chosen.name);
    setId('');
    setHref('');
    setLabel('');
  };
  return (
    <fieldset className="grid items-end gap-3 border border-rule bg-sunken p-3 sm:grid-cols-[10rem_1fr_auto]">
      <legend className="sr-only">Add an entry</legend>
      <SelectField
        label="Leads to"
        name=""
        value={kind}
        options={kinds}
        onChange={(event) => {
          setKind(event.currentTarget.value as MenuLink['kind']);
          setId('');
        }}
      />
      {kind === 'address' ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label="Words to show"
            name=""
            value={label}
            maxLength={60}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <TextField
            label="Address"
            name=""
            value={href}
            placeholder="/search or https://…"
            maxLength={500}
            onChange={(event) => setHref(event.currentTarget.value)}
          />
        </div>
      ) : (
        <div className={kind === 'tag' ? 'grid gap-3 sm:grid-cols-2' : ''}>
          {kind === 'tag' && (
            <TextField
              label="Find a tag"
              name=""
              type="search"
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
          <SelectField
            label="Which"
            name=""
            value={id}
            placeholder={offered.length === 0 ? 'There is none' : 'Choose one'}
            options={offered.map((place) => ({ value: String(place.id), label: place.path }))}
            onChange={(event) => setId(event.currentTarget.value)}
          />
        </div>
      )}
      <Button disabled={!ready} onClick={add}>
        Add
      </Button>
    </fieldset>
  );
}

/** Tags that hold the words; null asks for none. */
function useTags(words: string | null): Place[] {
  const [found, setFound] = useState<Place[]>([]);
  useEffect(() => {
    if (words === null) return;
    let late = false;
    const timer = setTimeout(() => {
      void findTags(words).then((tags) => {
        if (!late) setFound(tags.map(({ id, name }) => ({ id, name, path: name })));
      });
    }, 150);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [words]);
  return found;
}
