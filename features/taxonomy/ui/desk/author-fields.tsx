import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field.client';
import type { AuthorRow } from '../../queries';
import { SlugField } from './section-fields';

interface AuthorFieldsProps {
  author?: AuthorRow;
  staff: { id: number; name: string }[];
}

/** What a byline says, and who signs in under it. */
export function AuthorFields({ author, staff }: AuthorFieldsProps) {
  return (
    <>
      <TextField label="Name" name="name" defaultValue={author?.name} maxLength={80} required />
      <SlugField place="/author/" slug={author?.slug} />
      <TextAreaField
        label="About the author"
        name="bio"
        defaultValue={author?.bio}
        hint="Stands under their stories and on their page."
        maxLength={1000}
        optional
      />
      <SelectField
        label="Signs in as"
        name="userId"
        defaultValue={author?.userId ?? ''}
        placeholder="Nobody: a byline without a login"
        options={staff.map(({ id, name }) => ({ value: String(id), label: name }))}
        hint="Their new stories are signed with this name by themselves."
        optional
      />
    </>
  );
}
