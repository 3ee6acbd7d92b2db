import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { TextField } from '@/components/ui/text-field.client';
import type { RedirectRow } from '../../../queries/redirects';
import { editRedirectAction } from '../../../redirect-actions';

/** Where one old address leads. */
export function EditRedirect({ path, target, byHand }: RedirectRow) {
  return (
    <ActionForm
      action={editRedirectAction}
      doneSentence="Saved. Readers are sent there from now."
      className="max-w-xl"
    >
      <input type="hidden" name="from" value={path} />
      {!byHand && (
        <p className="text-muted text-sm">The paper set this one when something got another address.</p>
      )}
      <TextField
        label="Leads to"
        name="to"
        defaultValue={target}
        hint="A path of this paper, or a whole address with https://."
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <FormActions>
        <SubmitButton>Save</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
