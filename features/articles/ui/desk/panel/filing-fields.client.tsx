'use client';

import { SelectField } from '@/components/ui/text-field.client';
import { toast } from '@/components/ui/toast.client';
import { createTagAction } from '../../../actions';
import { ask } from '../ask';
import type { Fields } from '../saving/use-saving.client';
import { findTags } from './find-tags';
import type { Named, Shelf } from './named';
import { PickField } from './pick-field.client';

interface FilingProps {
  fields: Fields;
  change: (part: Partial<Fields>) => void;
  sections: Shelf[];
  authors: Named[];
  series: Named[];
  errors: Record<string, string>;
  readOnly: boolean;
}

/** Where a story is filed and who signs it. The order is what readers see. */
export function FilingFields({ fields, change, sections, authors, series, errors, readOnly }: FilingProps) {
  return (
    <>
      <PickField
        label="Sections"
        placeholder="Add a section"
        firstIs="Primary"
        hint={fields.sectionIds.length > 1 ? 'The first is in the address.' : undefined}
        error={errors.sectionIds}
        picked={named(fields.sectionIds, sections)}
        find={(typed) => matching(sections, typed)}
        onChange={(picked) => change({ sectionIds: picked.map(({ id }) => id) })}
        readOnly={readOnly}
      />
      <PickField
        label="Bylines"
        placeholder="Add an author"
        hint={fields.authorIds.length === 0 ? 'Without one it is signed “Staff”.' : undefined}
        error={errors.authorIds}
        picked={named(fields.authorIds, authors)}
        find={(typed) => matching(authors, typed)}
        onChange={(picked) => change({ authorIds: picked.map(({ id }) => id) })}
        readOnly={readOnly}
      />
      <PickField
        label="Tags"
        placeholder="Add a tag"
        error={errors.tagIds}
        picked={fields.tags}
        find={findTags}
        onCreate={createTag}
        onChange={(tags) => change({ tags })}
        readOnly={readOnly}
      />
      {(series.length > 0 || fields.seriesId !== null) && (
        <SelectField
          label="Series"
          name=""
          value={fields.seriesId ?? ''}
          disabled={readOnly}
          placeholder="None"
          error={errors.seriesId}
          options={[...named(fields.seriesId === null ? [] : [fields.seriesId], series), ...series]
            .filter(({ id }, at, all) => all.findIndex((each) => each.id === id) === at)
            .map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(event) => change({ seriesId: Number(event.currentTarget.value) || null })}
        />
      )}
    </>
  );
}

/** Ids as names, in their order; one that was deleted meanwhile is shown, so that it can be taken away. */
const named = (ids: number[], known: Named[]): Named[] =>
  ids.map((id) => known.find((each) => each.id === id) ?? { id, name: 'Deleted meanwhile' });

const matching = (known: Named[], typed: string): Named[] => {
  const letters = typed.toLocaleLowerCase();
  return known.filter(({ name }) => name.toLocaleLowerCase().includes(letters));
};

async function createTag(name: string): Promise<Named | null> {
  const answer = await ask(createTagAction, { name });
  if (answer.ok) return { id: answer.result.id, name: answer.result.name };
  toast.error(answer.sentence);
  return null;
}
