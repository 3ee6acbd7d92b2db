import { RadioField } from '@/components/ui/choice-field.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { TextField } from '@/components/ui/text-field.client';
import { updateSettingsAction } from '../../actions';
import type { Settings } from '../../input';

/** D19: what a comment has to pass before it is shown. */
export function CommentRulesForm({ settings }: { settings: Settings }) {
  return (
    <ActionForm
      action={updateSettingsAction}
      doneSentence="Saved. It holds from the next comment on."
      className="max-w-xl"
    >
      <RadioField
        label="What waits for a moderator"
        name="commentModeration"
        defaultValue={settings.commentModeration}
        options={[
          { value: 'everything', label: 'Every comment' },
          { value: 'first-time', label: 'The first comment of a person' },
          { value: 'nothing', label: 'Only what looks like spam' },
        ]}
      />
      <TextField
        label="Links a comment may carry"
        name="commentMostLinks"
        inputMode="numeric"
        defaultValue={settings.commentMostLinks}
        hint="One more, and it waits for a moderator."
        required
      />
      <TextField
        label="Comments from one network in ten minutes"
        name="commentsFromNetwork"
        inputMode="numeric"
        defaultValue={settings.commentsFromNetwork}
        hint="The next ones wait for a moderator. A school or an office shares one network."
        required
      />
      <TextField
        label="Close after this many days"
        name="commentsCloseAfterDays"
        inputMode="numeric"
        defaultValue={settings.commentsCloseAfterDays}
        hint="0 leaves comments open for ever."
        required
      />
      <FormActions>
        <SubmitButton>Save the rules</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
