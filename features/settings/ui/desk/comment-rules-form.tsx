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
      <NumberField
        label="Close after this many days"
        name="commentsCloseAfterDays"
        settings={settings}
        hint="0 leaves comments open for ever."
      />
      <NumberField
        label="Links a comment may carry"
        name="commentMostLinks"
        settings={settings}
        hint="One more, and it waits for a moderator."
      />
      <NumberField
        label="Comments from one network in ten minutes"
        name="commentsFromNetwork"
        settings={settings}
        hint="The next ones wait for a moderator. A school or an office shares one network."
      />
      <NumberField
        label="Comments under one address in ten minutes"
        name="commentsFromAddress"
        settings={settings}
        hint="The next ones wait for a moderator."
      />
      <NumberField
        label="Comments anywhere in five minutes"
        name="commentFlood"
        settings={settings}
        hint="A flood: all that come after wait for a moderator, whoever writes them, until it is over."
      />
      <NumberField
        label="Seconds between sending and confirming"
        name="commentSeconds"
        settings={settings}
        hint="Who confirms sooner is likely a machine, and waits for a moderator."
      />
      <NumberField
        label="The same text in a day"
        name="commentSameText"
        settings={settings}
        hint="From this often on it is spam; before, it waits for a moderator."
      />
      <NumberField
        label="Likeness to another comment, per cent"
        name="commentLikeness"
        settings={settings}
        hint="What is so like one of the newest comments waits for a moderator."
      />
      <fieldset className="space-y-5">
        <legend className="font-medium text-sm">The filter</legend>
        <p className="text-muted text-sm">
          It learns from what moderators approve and what they mark as spam, and says nothing before it has
          seen twenty of each.
        </p>
        <NumberField
          label="Waits for a moderator from, per cent"
          name="commentSuspect"
          settings={settings}
          hint="How sure the filter must be. 101 switches this off."
        />
        <NumberField
          label="Is spam from, per cent"
          name="commentSpam"
          settings={settings}
          hint="Nobody reads spam unless they look for it, so let the filter be surer here. 101 switches this off."
        />
      </fieldset>
      <FormActions>
        <SubmitButton>Save the rules</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

type NumberSetting = {
  [K in keyof Settings]: Settings[K] extends number ? K : never;
}[keyof Settings];

function NumberField(props: { label: string; name: NumberSetting; settings: Settings; hint: string }) {
  const { label, name, settings, hint } = props;
  return (
    <TextField
      label={label}
      name={name}
      inputMode="numeric"
      defaultValue={settings[name]}
      hint={hint}
      className="max-w-24"
      required
    />
  );
}
