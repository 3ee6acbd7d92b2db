import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { SelectField, TextField } from '@/components/ui/text-field.client';
import { setUpPaperAction } from '../../actions';
import { timeZoneChoices } from './time-zones';

/** First run: who one is and what the paper is called. */
export function SetUpForm({ token }: { token: string }) {
  return (
    <ActionForm action={setUpPaperAction}>
      <input type="hidden" name="token" value={token} />
      <TextField label="Name of the paper" name="siteName" autoFocus required />
      <SelectField label="Time zone" name="timeZone" options={timeZoneChoices} defaultValue="UTC" required />
      <TextField label="Your name" name="name" autoComplete="name" required />
      <TextField label="Your e-mail" name="email" type="email" autoComplete="username" required />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 8 characters of any kind. Four unrelated words are easy to keep in mind."
        required
      />
      <FormActions>
        <SubmitButton size="large">Open the newsroom</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
