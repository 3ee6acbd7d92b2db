'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { FormState } from '@/features/action';
import type { MenuEntry, MenuLink } from '@/features/settings/queries';
import { ask } from '../ask';
import { MenuAdder } from './menu-adder.client';
import {
  faultsOf,
  type LineFaults,
  linesOf,
  type MenuLine,
  menuOf,
  newLine,
  type Places,
  sectionLines,
} from './menu-lines';
import { MenuList } from './menu-list.client';

type Menus = { mainMenu: MenuEntry[]; footerMenu: MenuEntry[] };

interface MenusPageProps {
  mainMenu: MenuEntry[];
  footerMenu: MenuEntry[];
  places: Places;
  /** Server action: sets both. */
  save: (before: FormState<void>, sent: FormData | (Menus & { seen: Menus })) => Promise<FormState<void>>;
}

/** The menu under the name of the paper and the one at the foot of every page, saved together. */
export function MenusPage({ mainMenu, footerMenu, places, save: saveMenus }: MenusPageProps) {
  const [main, setMain] = useState(() => linesOf(mainMenu));
  const [footer, setFooter] = useState(() => linesOf(footerMenu));
  const [tags, setTags] = useState(places.tag);
  const [seen, setSeen] = useState<Menus>({ mainMenu, footerMenu });
  const [saved, setSaved] = useState({ main, footer });
  const dirty = main !== saved.main || footer !== saved.footer;
  const [saving, setSaving] = useState(false);
  const [faults, setFaults] = useState<Record<string, LineFaults>>({});
  const root = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<{ tone: 'success' | 'danger'; sentence: string } | null>(null);

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [dirty]);

  useEffect(() => {
    if (Object.keys(faults).length > 0)
      root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);

  const known: Places = { ...places, tag: tags };
  const change = (set: (lines: MenuLine[]) => void) => (lines: MenuLine[]) => {
    set(lines);
    setSaid(null);
    setFaults({});
  };
  const learn = (link: MenuLink, name: string) => {
    if (link.kind === 'tag') setTags((before) => [...before, { id: link.id, name, path: name }]);
  };
  const save = async () => {
    setSaving(true);
    const menus = { mainMenu: menuOf(main), footerMenu: menuOf(footer) };
    const answer = await ask(saveMenus, { ...menus, seen });
    setSaving(false);
    if (answer.ok) {
      setSeen(menus);
      // What was typed meanwhile is still to be saved.
      setSaved({ main, footer });
    } else {
      if (answer.detail?.theirs) setSeen(answer.detail.theirs as Menus);
      setFaults({
        ...faultsOf(main, within(answer.fields, 'mainMenu.')),
        ...faultsOf(footer, within(answer.fields, 'footerMenu.')),
      });
    }
    setSaid(
      answer.ok
        ? { tone: 'success', sentence: 'Saved. Readers see it at once.' }
        : { tone: 'danger', sentence: Object.values(answer.fields)[0] ?? answer.sentence },
    );
  };

  return (
    <div ref={root} className="max-w-2xl space-y-10">
      <MenuPart
        title="Main menu"
        hint="Under the name of the paper. What stands under an entry opens from it."
        lines={main}
        places={known}
        faults={faults}
        onChange={change(setMain)}
        onLearn={learn}
      />
      <MenuPart
        title="Footer menu"
        hint="At the foot of every page, beside the newest stories, the archive and the corrections. Your own pages stand in its last line by themselves."
        lines={footer}
        places={known}
        faults={faults}
        onChange={change(setFooter)}
        onLearn={learn}
      />
      <div className="space-y-3">
        {said?.tone === 'danger' && (
          <Notice tone="danger" announce="alert">
            {said.sentence}
          </Notice>
        )}
        <div className="flex items-center gap-3">
          <Button variant="primary" loading={saving} disabled={!dirty} onClick={save}>
            Save menus
          </Button>
          <p role="status" className="text-sm text-success">
            {said?.tone === 'success' && said.sentence}
          </p>
        </div>
      </div>
    </div>
  );
}

/** The fields of one menu, by their names within it. */
const within = (fields: Record<string, string>, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([field]) => field.startsWith(prefix))
      .map(([field, sentence]) => [field.slice(prefix.length), sentence]),
  );

interface MenuPartProps {
  title: string;
  hint: string;
  lines: MenuLine[];
  places: Places;
  faults: Record<string, LineFaults>;
  onChange: (lines: MenuLine[]) => void;
  onLearn: (link: MenuLink, name: string) => void;
}

function MenuPart({ title, hint, lines, places, faults, onChange, onLearn }: MenuPartProps) {
  const nameOf = ({ link }: MenuLine) =>
    link.kind === 'address'
      ? link.label || link.href
      : (places[link.kind].find(({ id }) => id === link.id)?.name ?? null);
  return (
    <section aria-label={title} className="space-y-3 border-rule border-t pt-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold text-base">{title}</h2>
        {lines.length > 0 && (
          <Button size="small" variant="quiet" onClick={() => onChange([])}>
            Back to the sections
          </Button>
        )}
      </div>
      <p className="text-muted text-sm">{hint}</p>
      {lines.length === 0 ? (
        <div className="space-y-2 border border-edge border-dashed px-3 py-4 text-center text-muted text-sm">
          <p>It shows the sections, by itself. Add an entry to make it your own.</p>
          {places.section.length > 0 && (
            <Button size="small" onClick={() => onChange(sectionLines(places))}>
              Begin with the sections
            </Button>
          )}
        </div>
      ) : (
        <MenuList
          label={`${title}, in its order`}
          lines={lines}
          nameOf={nameOf}
          faults={faults}
          onChange={onChange}
        />
      )}
      <MenuAdder
        places={places}
        onAdd={(link, name) => {
          onLearn(link, name);
          onChange([...lines, newLine(link)]);
        }}
      />
    </section>
  );
}
