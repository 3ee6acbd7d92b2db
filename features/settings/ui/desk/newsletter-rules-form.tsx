import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { TextAreaField, TextField } from '@/components/ui/text-field.client';
import { updateSettingsAction } from '../../actions';
import type { Settings } from '../../input';

/** D19: what readers agree to, and what stands on every mail to them. */
export function NewsletterRulesForm({ settings, ownConsent }: { settings: Settings; ownConsent: string }) {
  return (
    <ActionForm
      action={updateSettingsAction}
      doneSentence="Saved. Forms show it at once, mails from the next issue on."
      className="max-w-xl"
    >
      <TextAreaField
        label="What readers agree to"
        name="newsletterConsent"
        rows={3}
        defaultValue={settings.newsletterConsent}
        placeholder={ownConsent}
        hint="Stands under each sign-up form. Each reader’s consent is kept in the words she saw. Empty: the sentence shown here."
        maxLength={500}
        optional
      />
      <TextField
        label="Sender’s name"
        name="newsletterFromName"
        defaultValue={settings.newsletterFromName}
        hint="The name of the mail sender, or of the paper, when empty."
        maxLength={80}
        optional
      />
      <TextField
        label="Answers go to"
        name="newsletterReplyTo"
        type="email"
        defaultValue={settings.newsletterReplyTo}
        hint="To the sender’s address when empty."
        optional
      />
      <TextAreaField
        label="Postal address"
        name="newsletterPostalAddress"
        rows={3}
        defaultValue={settings.newsletterPostalAddress}
        hint="At the foot of every mail to readers. The law asks for it in many countries."
        maxLength={300}
        optional
      />
      <FormActions>
        <SubmitButton>Save</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
