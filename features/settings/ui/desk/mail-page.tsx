import type { ReactNode } from 'react';
import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field.client';
import { forgetMailRelayAction, testMailInForceAction } from '../../actions';
import type { MailDescription } from '../../mail-in-force';
import type { RelaySecurity } from '../../mail-relay';
import { MailRelayForm } from './mail-relay-form';
import { MailTestOutcome } from './mail-test-outcome.client';

/** D19: how mail goes out, where to change it, and a test. */
export function MailPage({ mail, testTo }: { mail: MailDescription; testTo: string }) {
  const byEnvironment = mail.origin === 'environment';
  return (
    <div className="max-w-3xl space-y-8">
      <section aria-labelledby="in-force" className="space-y-3">
        <h2 id="in-force" className="font-semibold text-base">
          In force now
        </h2>
        <Facts mail={mail} />
        {byEnvironment && (
          <Notice>
            The environment wins. To change the relay, change SMTP_URL where the paper is started and start it
            again; without SMTP_URL it is set on this page.
          </Notice>
        )}
        {mail.origin === 'settings' && mail.kept?.password === 'unreadable' && (
          <Notice tone="danger" title="No mail goes out.">
            The password cannot be read any more, because AUTH_SECRET is another one. Type it again below.
          </Notice>
        )}
      </section>
      {byEnvironment ? <TestOnly testTo={testTo} /> : <MailRelayForm mail={mail} testTo={testTo} />}
      {mail.origin === 'settings' && (
        <section className="space-y-3 border-rule border-t pt-4">
          <h2 className="font-semibold text-base">Do without</h2>
          <p className="max-w-measure text-muted text-sm">
            Without a relay mail stays in the mailbox of the desk and reaches nobody.
          </p>
          <ConfirmAction
            action={forgetMailRelayAction}
            values={{}}
            label="Forget the relay"
            title="Forget the relay?"
            confirmLabel="Forget it"
          >
            Its password goes too. From then on every mail stays in the mailbox of the desk: newsletters,
            invitations and new passwords reach nobody.
          </ConfirmAction>
        </section>
      )}
    </div>
  );
}

function Facts({ mail: { origin, environment, kept, from, signedBy } }: { mail: MailDescription }) {
  return (
    <dl className="divide-y divide-rule border-rule border-y text-sm">
      <Fact name="Mail goes">
        {origin === 'mailbox' && (
          <>
            nowhere: it is kept in the <a href="/admin/mailbox">mailbox</a> of the desk
          </>
        )}
        {origin === 'settings' &&
          kept &&
          `over ${kept.host}, port ${kept.port}, ${protection[kept.security]}`}
        {origin === 'environment' &&
          environment &&
          `over ${environment.host}, port ${environment.port}, ${environment.encrypted ? 'with TLS, ' : ''}${environment.signsIn ? 'signing in' : 'without signing in'} (SMTP_URL)`}
      </Fact>
      <Fact name="It comes from">
        {from.name ? `${from.name} <${from.address}>` : from.address}
        {from.byEnvironment && ' (MAIL_FROM)'}
      </Fact>
      <Fact name="Signed">
        {signedBy
          ? `as ${signedBy.domain}, selector ${signedBy.selector} (DKIM_DOMAIN, DKIM_SELECTOR)`
          : 'not by the paper. Your provider may sign; else set DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY.'}
      </Fact>
    </dl>
  );
}

const protection: Record<RelaySecurity, string> = {
  starttls: 'with STARTTLS',
  tls: 'with TLS',
  none: 'without encryption',
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid gap-x-4 py-2 sm:grid-cols-[9rem_1fr]">
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
  </div>
);

const TestOnly = ({ testTo }: { testTo: string }) => (
  <ActionForm action={testMailInForceAction} className="max-w-xl">
    <h2 className="font-semibold text-base">Send a test</h2>
    <TextField label="To" name="to" type="email" defaultValue={testTo} hint="One real mail goes there." />
    <FormActions>
      <SubmitButton>Send a test</SubmitButton>
    </FormActions>
    <MailTestOutcome />
  </ActionForm>
);
