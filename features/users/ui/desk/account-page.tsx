import { CheckboxField } from '@/components/ui/choice-field.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { TextField } from '@/components/ui/text-field.client';
import type { StaffActor } from '@/db/context';
import { changePasswordAction, chooseNoticeMailAction, signOutElsewhereAction } from '../../actions';
import type { OpenSession } from '../../queries';
import { HiddenUsername, NewPasswordField } from './door-forms';
import { SessionList } from './session-list';

interface AccountPageProps {
  self: StaffActor;
  sessions: OpenSession[];
  noticeMail: boolean;
  timeZone: string;
}

/** One's own password, mails and sessions. */
export function AccountPage({ self, sessions, noticeMail, timeZone }: AccountPageProps) {
  return (
    <div className="max-w-xl space-y-8">
      <PageHeader title="Your account" description={`${self.name}, ${self.email}, ${self.role}`} />
      <section className="space-y-4">
        <h2 className="font-semibold text-base">Password</h2>
        <ActionForm
          action={changePasswordAction}
          doneSentence="Changed. Every other browser has been signed out, and a mail says so."
          clearWhenDone
        >
          <HiddenUsername email={self.email} />
          <TextField
            label="Current password"
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            required
          />
          <NewPasswordField />
          <FormActions>
            <SubmitButton>Change password</SubmitButton>
          </FormActions>
        </ActionForm>
      </section>
      <section id="notices" className="space-y-4">
        <h2 className="font-semibold text-base">Notices</h2>
        <ActionForm action={chooseNoticeMailAction} doneSentence="Kept.">
          <CheckboxField
            label="Mail me as well"
            name="noticeMail"
            defaultChecked={noticeMail}
            hint="When somebody names you in a note or gives you a story. The desk shows it all the same."
          />
          <FormActions>
            <SubmitButton>Save</SubmitButton>
          </FormActions>
        </ActionForm>
      </section>
      <section className="space-y-4">
        <h2 className="font-semibold text-base">Signed in on</h2>
        <SessionList sessions={sessions} timeZone={timeZone} own />
        {sessions.length > 1 && (
          <ActionForm action={signOutElsewhereAction}>
            <input type="hidden" name="userId" value={self.id} />
            <SubmitButton variant="secondary">Sign out everywhere else</SubmitButton>
          </ActionForm>
        )}
      </section>
    </div>
  );
}
