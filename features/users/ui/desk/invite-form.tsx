import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { TextField } from '@/components/ui/text-field.client';
import { inviteUserAction } from '../../actions';
import { AccessFields, type SectionChoice } from './person-fields';

/** A new person, by mailed link. */
export function InviteForm({ sections }: { sections: SectionChoice[] }) {
  return (
    <ActionForm
      action={inviteUserAction}
      doneSentence="The invitation is on its way. It works for seven days."
      clearWhenDone
      className="max-w-xl"
    >
      <TextField label="Name" name="name" maxLength={80} required />
      <TextField label="E-mail" name="email" type="email" required />
      <AccessFields access={{ role: 'author', sectionIds: [] }} sections={sections} />
      <FormActions>
        <SubmitButton>Send invitation</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
