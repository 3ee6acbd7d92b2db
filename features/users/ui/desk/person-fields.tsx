import { CheckboxField, RadioField } from '@/components/ui/choice-field.client';
import type { Role } from '@/db/context';

/** What each role may do, in a line. The table is `features/users/rules.ts`. */
const roles: { value: Role; label: string; hint: string }[] = [
  { value: 'contributor', label: 'Contributor', hint: 'Writes drafts and hands them in.' },
  { value: 'author', label: 'Author', hint: 'Writes and publishes stories of their own.' },
  { value: 'editor', label: 'Editor', hint: 'Everything about stories, comments and newsletters.' },
  { value: 'administrator', label: 'Administrator', hint: 'Everything, users and settings too.' },
];

export interface SectionChoice {
  id: number;
  /** With the sections above it: "News › Asia-Pacific". */
  path: string;
}

interface AccessFieldsProps {
  /** As it is now. */
  access: { role: Role; sectionIds: number[] };
  sections: SectionChoice[];
}

/** The role, and the sections an editor is kept to. */
export function AccessFields({ access: { role, sectionIds }, sections }: AccessFieldsProps) {
  return (
    <>
      <RadioField label="Role" name="role" options={roles} defaultValue={role} required />
      {sections.length > 0 && (
        <fieldset className="space-y-2">
          <legend className="mb-1 font-medium text-sm">Sections of an editor</legend>
          <p className="text-muted text-xs">None ticked means all. For other roles this has no effect.</p>
          {sections.map(({ id, path }) => (
            <CheckboxField
              key={id}
              label={path}
              name="sectionIds"
              value={id}
              defaultChecked={sectionIds.includes(id)}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
