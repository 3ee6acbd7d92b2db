import { CheckboxField, RadioField } from '@/components/ui/choice-field.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { TextField } from '@/components/ui/text-field.client';
import { mailRelayAction } from '../../actions';
import type { MailDescription } from '../../mail-in-force';
import type { RelaySecurity } from '../../mail-relay';
import { MailTestOutcome } from './mail-test-outcome.client';

const securities: { value: RelaySecurity; label: string; hint: string }[] = [
  { value: 'starttls', label: 'STARTTLS', hint: 'Mostly with port 587. Nothing is sent without it.' },
  { value: 'tls', label: 'TLS from the beginning', hint: 'Mostly with port 465.' },
  {
    value: 'none',
    label: 'No encryption',
    hint: 'Only for a relay on this machine or in your own network: mail and password can be read on the way.',
  },
];

/** Where mail is handed over; tried before it is kept. */
export function MailRelayForm({ mail: { kept, from }, testTo }: { mail: MailDescription; testTo: string }) {
  return (
    <ActionForm action={mailRelayAction} className="max-w-xl">
      <div className="grid items-end gap-4 sm:grid-cols-[1fr_8rem]">
        <TextField
          label="Mail server"
          name="host"
          defaultValue={kept?.host}
          hint="As your provider names it: smtp.example.org."
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextField label="Port" name="port" inputMode="numeric" defaultValue={kept?.port ?? 587} required />
      </div>
      <RadioField
        label="Encryption"
        name="security"
        defaultValue={kept?.security ?? 'starttls'}
        options={securities}
      />
      <TextField
        label="User"
        name="user"
        defaultValue={kept?.user}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint="Empty where the server wants no sign-in."
        optional
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint={passwordHint(kept?.password)}
        optional
      />
      {kept && kept.password !== 'none' && (
        <CheckboxField
          label="Remove the kept password"
          name="forgetPassword"
          hint="From then on nobody signs in there."
        />
      )}
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField
          label="Sender’s address"
          name="fromAddress"
          type="email"
          defaultValue={kept?.fromAddress ?? from.address}
          hint="Of a domain that your provider lets you send from."
          required
        />
        <TextField
          label="Sender’s name"
          name="fromName"
          defaultValue={kept?.fromName}
          hint="The name of the paper when empty."
          maxLength={80}
          optional
        />
      </div>
      <FormActions>
        <SubmitButton name="intent" value="save">
          Save the relay
        </SubmitButton>
      </FormActions>
      <section className="space-y-4 border-rule border-t pt-4">
        <h2 className="font-semibold text-base">Send a test</h2>
        <TextField
          label="To"
          name="to"
          type="email"
          defaultValue={testTo}
          hint="One real mail goes there over what is typed above, saved or not."
        />
        <FormActions>
          <SubmitButton name="intent" value="test" variant="secondary">
            Send a test
          </SubmitButton>
        </FormActions>
      </section>
      <MailTestOutcome />
    </ActionForm>
  );
}

function passwordHint(kept: 'none' | 'kept' | 'unreadable' | undefined): string {
  if (kept === 'kept') return 'One is kept. Leave this empty to keep it; nobody can read it here.';
  if (kept === 'unreadable')
    return 'The kept one cannot be read any more (AUTH_SECRET changed). Type it again.';
  return 'Kept sealed, and never shown again.';
}
