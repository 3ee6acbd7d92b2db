import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { TextField } from '@/components/ui/text-field.client';
import { acceptInvitationAction, requestResetAction, resetPasswordAction, signInAction } from '../../actions';

/** What a new password is asked for; the same words wherever one is chosen. */
const passwordHint = 'At least 8 characters of any kind. Four unrelated words are easy to keep in mind.';

export function NewPasswordField({ label = 'New password' }: { label?: string }) {
  return (
    <TextField
      label={label}
      name="password"
      type="password"
      autoComplete="new-password"
      hint={passwordHint}
      required
    />
  );
}

export function SignInForm({ from }: { from: string }) {
  return (
    <ActionForm action={signInAction}>
      <input type="hidden" name="from" value={from} />
      <TextField label="E-mail" name="email" type="email" autoComplete="username" autoFocus required />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
      <FormActions>
        <SubmitButton size="large">Sign in</SubmitButton>
        <a href="/admin/reset" className="ms-auto text-muted text-sm">
          Forgot your password?
        </a>
      </FormActions>
    </ActionForm>
  );
}

export function RequestResetForm() {
  return (
    <ActionForm
      action={requestResetAction}
      doneSentence="If that address has an account here, a link is on its way. It works for one hour."
      clearWhenDone
    >
      <TextField label="E-mail" name="email" type="email" autoComplete="username" autoFocus required />
      <FormActions>
        <SubmitButton size="large">Mail me a link</SubmitButton>
        <a href="/admin/login" className="ms-auto text-muted text-sm">
          Back to signing in
        </a>
      </FormActions>
    </ActionForm>
  );
}

export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  return (
    <ActionForm action={resetPasswordAction}>
      <input type="hidden" name="token" value={token} />
      <HiddenUsername email={email} />
      <NewPasswordField />
      <FormActions>
        <SubmitButton size="large">Keep this password</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

export function AcceptInvitationForm({ token, email, name }: { token: string; email: string; name: string }) {
  return (
    <ActionForm action={acceptInvitationAction}>
      <input type="hidden" name="token" value={token} />
      <HiddenUsername email={email} />
      <TextField label="Your name" name="name" autoComplete="name" defaultValue={name} required />
      <NewPasswordField label="Password" />
      <FormActions>
        <SubmitButton size="large">Come in</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

/** Tells password managers whose password it is. */
export const HiddenUsername = ({ email }: { email: string }) => (
  <input
    type="email"
    autoComplete="username"
    value={email}
    readOnly
    hidden
    aria-hidden="true"
    tabIndex={-1}
  />
);
