'use client';

import { Button } from '@/components/ui/button';
import { CheckboxField, RadioField, SwitchField } from '@/components/ui/choice-field.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import type { FormAnswer } from '@/components/ui/form-answer';
import { DateTimeField, SelectField, TextAreaField, TextField } from '@/components/ui/text-field.client';
import { Specimen } from './specimen';

/** Fields in every state, and a form that is refused on purpose. */
export function FormSpecimens({ theme }: { theme: string }) {
  return (
    <>
      <Specimen title="Fields">
        <div className="space-y-5">
          <TextField
            label="Headline"
            name=""
            hint="Up to 100 characters."
            defaultValue="Lights out at the harbour"
          />
          <TextField
            label="Address"
            name=""
            defaultValue="harbour lights"
            error="Only letters, digits and hyphens."
          />
          <TextField label="Taken on" name="" disabled defaultValue="Not known" />
          <TextField label="Link" name="" readOnly defaultValue="https://example.org/harbour" />
          <TextField label="Search" name="" type="search" placeholder="Headline, name or word" hideLabel />
          <TextAreaField
            label="Standfirst"
            name=""
            optional
            defaultValue="Nobody had asked, said the harbour master."
          />
          <SelectField label="Section" name="" placeholder="Choose a section" options={sections} />
          <DateTimeField label="Goes live" name="" timeZone="Europe/Berlin" defaultValue="2026-11-24T06:00" />
        </div>
      </Specimen>
      <Specimen title="Choices">
        <div className="space-y-4">
          <CheckboxField
            label="Send it in the morning newsletter"
            name=""
            defaultChecked
            hint="With the others of the day."
          />
          <CheckboxField label="Close comments" name="" disabled />
          <CheckboxField label="I have read it" name="" error="Tick this before you go on." />
          <SwitchField label="Comments open" name="" defaultChecked />
          <SwitchField label="Track opens" name="" hint="Off by default." />
          <RadioField
            label="Who is held for review"
            name={`held-${theme}`}
            options={held}
            defaultValue="first"
          />
        </div>
      </Specimen>
      <Specimen title="A form that is refused">
        <ActionForm action={refuse} aria-label={`Refused form, ${theme}`}>
          <TextField label="Name" name="name" />
          <FormActions>
            <SubmitButton>Save</SubmitButton>
            <Button>Cancel</Button>
          </FormActions>
        </ActionForm>
      </Specimen>
    </>
  );
}

const sections = [
  { value: 'news', label: 'News' },
  { value: 'asia', label: 'News › Asia-Pacific' },
];
const held = [
  { value: 'all', label: 'Everybody' },
  { value: 'first', label: 'Those who comment for the first time', hint: 'Until one of theirs is approved.' },
  { value: 'none', label: 'Nobody' },
];

const refuse = async (_before: FormAnswer<never>, sent: FormData): Promise<FormAnswer<never>> => ({
  status: 'refused',
  code: 'invalid',
  sentence: 'This was not saved: a name is missing or taken.',
  fields: { name: 'Somebody has this name already.' },
  detail: undefined,
  values: { name: String(sent.get('name') ?? '') },
});
