import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
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

/** What is looked at before a story goes out, for whom it is said, and for whom it stands in the way. */
export function DeskCheckForm({ deskCheck }: { deskCheck: DeskCheck }) {
  const { levels, headlineCharacters, leadWidth, pictureWidth } = deskCheck;
  return (
    <ActionForm action={saveDeskCheckAction} doneSentence="Saved. It holds from the next publication on.">
      <Table caption="Rules of the desk check, by role">
        <TableHead>
          <tr>
            <TableHeading>Rule</TableHeading>
            {checkedRoles.map((role) => (
              <TableHeading key={role}>{roleNames[role]}</TableHeading>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {checkRules.map((rule) => (
            <TableRow key={rule}>
              <TableCell className="min-w-48">
                <span className="block font-medium">{names[rule].name}</span>
                <span className="text-muted text-xs">{names[rule].says}</span>
              </TableCell>
              {checkedRoles.map((role) => (
                <TableCell key={role} className="min-w-36">
                  <SelectField
                    label={`${names[rule].name}, ${roleNames[role]}`}
                    hideLabel
                    name={`${rule}.${role}`}
                    defaultValue={levels[rule][role]}
                    options={choices}
                  />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
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
