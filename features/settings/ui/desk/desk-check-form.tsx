import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { SelectField, TextField } from '@/components/ui/text-field.client';
import { saveDeskCheckAction } from '../../actions';
import { type CheckRule, checkedRoles, checkRules, type DeskCheck } from '../../desk-check';

const names: Record<CheckRule, { name: string; says: string }> = {
  'headline-length': { name: 'Long headline', says: 'More characters than the number below.' },
  'empty-standfirst': { name: 'Empty standfirst', says: 'Lists, cards and search engines show it.' },
  'missing-alt': { name: 'Picture without a description', says: 'Who cannot see it hears the description.' },
  'missing-credit': { name: 'Picture without a credit', says: 'Whose picture it is.' },
  'small-picture': { name: 'Small picture', says: 'Narrower than the widths below.' },
  'heading-levels': { name: 'Headings that leave out a level', says: 'A level 4 right under a level 2.' },
  'dead-links': { name: 'Dead links', says: 'To pages that are gone, here and elsewhere.' },
  'unexplained-acronym': { name: 'Acronym without explanation', says: 'Where it is first used.' },
  'name-spelling': { name: 'Names spelt in two ways', says: 'They differ by a letter or a hyphen.' },
};

const roleNames = { author: 'Authors', editor: 'Editors', administrator: 'Administrators' } as const;
const choices = [
  { value: 'off', label: 'Off' },
  { value: 'warn', label: 'Say it' },
  { value: 'block', label: 'Hold it back' },
];

/** A column for each role where there is room for them, by the size of the text; else they stand below their rule. */
const columns = 'gap-x-3 @3xl:grid-cols-[minmax(0,1fr)_repeat(3,9rem)]';

/** What is looked at before a story goes out, for whom it is said, and for whom it stands in the way. */
export function DeskCheckForm({ deskCheck }: { deskCheck: DeskCheck }) {
  const { levels, headlineCharacters, leadWidth, pictureWidth } = deskCheck;
  return (
    <ActionForm action={saveDeskCheckAction} doneSentence="Saved. It holds from the next publication on.">
      <div className="@container border-rule border-y">
        <div aria-hidden="true" className={`hidden border-rule border-b py-2 @3xl:grid ${columns}`}>
          <span />
          {checkedRoles.map((role) => (
            <span key={role} className="font-medium text-muted text-xs">
              {roleNames[role]}
            </span>
          ))}
        </div>
        <ul aria-label="Rules of the desk check, by role" className="divide-y divide-rule">
          {checkRules.map((rule) => (
            <li key={rule} className={`grid items-baseline gap-y-2 py-2.5 ${columns}`}>
              <p>
                <span className="block font-medium">{names[rule].name}</span>
                <span className="text-muted text-xs">{names[rule].says}</span>
              </p>
              <div className="grid gap-x-3 gap-y-2 @md:grid-cols-3 @3xl:contents">
                {checkedRoles.map((role) => (
                  <div key={role}>
                    <span aria-hidden="true" className="mb-1 block text-muted text-xs @3xl:hidden">
                      {roleNames[role]}
                    </span>
                    <SelectField
                      label={`${names[rule].name}, ${roleNames[role]}`}
                      hideLabel
                      name={`${rule}.${role}`}
                      defaultValue={levels[rule][role]}
                      options={choices}
                    />
                  </div>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </div>
      <div className="grid max-w-xl gap-4 sm:grid-cols-3">
        <TextField
          label="Longest headline"
          name="headlineCharacters"
          inputMode="numeric"
          defaultValue={headlineCharacters}
          hint="In characters."
        />
        <TextField
          label="Narrowest lead"
          name="leadWidth"
          inputMode="numeric"
          defaultValue={leadWidth}
          hint="In pixels."
        />
        <TextField
          label="Narrowest in the text"
          name="pictureWidth"
          inputMode="numeric"
          defaultValue={pictureWidth}
          hint="In pixels."
        />
      </div>
      <FormActions>
        <SubmitButton>Save the rules</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
