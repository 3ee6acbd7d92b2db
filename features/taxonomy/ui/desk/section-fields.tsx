import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field.client';
import type { ListedSection, SectionRow } from '../../queries';

/** Name, address and description of a section; `section` as it is now, nothing for a new one. */
export function SectionFields({ section }: { section?: SectionRow }) {
  return (
    <>
      <TextField label="Name" name="name" defaultValue={section?.name} maxLength={80} required />
      <SlugField place="/" slug={section?.slug} />
      <TextAreaField
        label="Description"
        name="description"
        defaultValue={section?.description}
        hint="Stands at the head of the section’s page."
        maxLength={300}
        optional
      />
    </>
  );
}

/** The word in the address; a changed one leaves a redirect behind. */
export function SlugField({ place, slug }: { place: string; slug?: string }) {
  return (
    <TextField
      label="Address"
      name="slug"
      defaultValue={slug}
      hint={
        slug
          ? `It is ${place}${slug} now. When it changes, the old address leads to the new one for ever.`
          : `${place}… Made of the name when empty.`
      }
      maxLength={80}
      autoCapitalize="none"
      spellCheck={false}
      optional={!slug}
    />
  );
}

interface ParentFieldProps {
  sections: ListedSection[];
  parentId?: number | null;
  /** The section that is being moved: it cannot stand under itself or what is under it. */
  movingId?: number;
}

/** Which section it stands under. */
export function ParentField({ sections, parentId, movingId }: ParentFieldProps) {
  const below = new Set<number>(movingId === undefined ? [] : [movingId]);
  for (const { id, parentId: above } of sections) if (above !== null && below.has(above)) below.add(id);
  return (
    <SelectField
      label="Under"
      name="parentId"
      defaultValue={parentId ?? ''}
      placeholder="Nothing: at the top"
      options={sections
        .filter(({ id }) => !below.has(id))
        .map(({ id, path }) => ({ value: String(id), label: path }))}
      optional
    />
  );
}
