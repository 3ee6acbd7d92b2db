import type { ReactNode } from 'react';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field.client';
import { updateSettingsAction } from '../../actions';
import type { Settings } from '../../input';
import { timeZoneChoices } from './time-zones';

/** What the paper is called and how it reads; its rules have pages of their own. */
export function SettingsForm({ settings }: { settings: Settings }) {
  return (
    <ActionForm
      action={updateSettingsAction}
      doneSentence="Saved. Readers see it at once."
      className="max-w-xl"
    >
      <Part title="The paper">
        <TextField label="Name" name="siteName" defaultValue={settings.siteName} maxLength={80} required />
        <TextField
          label="Tagline"
          name="tagline"
          defaultValue={settings.tagline}
          hint="Stands beside the name on the front page."
          maxLength={160}
          optional
        />
        <TextAreaField
          label="Description"
          name="description"
          defaultValue={settings.description}
          hint="For search engines and feeds."
          maxLength={300}
          optional
        />
        <TextAreaField
          label="About"
          name="about"
          defaultValue={settings.about}
          hint="A few sentences on who makes the paper, for the foot of every page."
          maxLength={1000}
          optional
        />
        <TextField
          label="Contact e-mail"
          name="contactEmail"
          type="email"
          defaultValue={settings.contactEmail}
          hint="Shown to readers."
          optional
        />
      </Part>
      <Part title="Language and time">
        <TextField
          label="Language"
          name="language"
          defaultValue={settings.language}
          hint="A tag like en, de or pt-BR. Words of the pages follow it where they exist, dates always."
          maxLength={35}
          required
        />
        <SelectField
          label="Time zone"
          name="timeZone"
          defaultValue={settings.timeZone}
          options={timeZoneChoices}
          hint="Schedules and dates are read and shown in it."
          required
        />
      </Part>
      <Part title="Copyright">
        <TextField
          label="First year"
          name="copyrightStartYear"
          inputMode="numeric"
          defaultValue={settings.copyrightStartYear}
          hint="The line in the footer runs from here to the current year by itself."
          required
        />
        <TextField
          label="Holder"
          name="copyrightHolder"
          defaultValue={settings.copyrightHolder}
          hint="The name of the paper when empty."
          maxLength={160}
          optional
        />
      </Part>
      <Part title="Trash">
        <TextField
          label="Days until it empties itself"
          name="trashDays"
          inputMode="numeric"
          defaultValue={settings.trashDays}
          hint="What was thrown away longer ago is deleted for good. 0: nothing is deleted by itself. What readers have had stays."
          required
        />
      </Part>
      <FormActions>
        <SubmitButton>Save settings</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="space-y-4 border-rule border-t pt-4">
    <h2 className="font-semibold text-base">{title}</h2>
    {children}
  </section>
);
