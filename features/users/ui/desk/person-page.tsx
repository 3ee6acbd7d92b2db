import type { ReactNode } from 'react';
import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import {
  changeAccessAction,
  disableUserAction,
  enableUserAction,
  resendInvitationAction,
  signOutUserAction,
  withdrawInvitationAction,
} from '../../actions';
import type { OpenSession, StaffMember } from '../../queries';
import { AccessFields, type SectionChoice } from './person-fields';
import { SessionList } from './session-list';

interface PersonPageProps {
  person: StaffMember;
  sessions: OpenSession[];
  sections: SectionChoice[];
  isSelf: boolean;
  timeZone: string;
}

/** One person: role, sessions, and the door. */
export function PersonPage({ person, sessions, sections, isSelf, timeZone }: PersonPageProps) {
  const { id, name, email, state } = person;
  return (
    <div className="max-w-xl space-y-8">
      <PageHeader title={name} description={email} back={{ href: '/admin/users', label: 'Users' }} />
      {isSelf && (
        <Notice action={<a href="/admin/account">Your account</a>}>
          This is you. Another administrator changes your role; your password and sessions are under your
          account.
        </Notice>
      )}
      {state === 'invited' && <Invited userId={id} name={name} />}
      {!isSelf && (
        <Part title="Access">
          <ActionForm
            action={changeAccessAction}
            doneSentence="Changed. They have been signed out and come back with the new role."
          >
            <input type="hidden" name="userId" value={id} />
            <AccessFields access={person} sections={sections} />
            <FormActions>
              <SubmitButton>Change role</SubmitButton>
            </FormActions>
          </ActionForm>
        </Part>
      )}
      {sessions.length > 0 && (
        <Part title="Signed in on">
          <SessionList sessions={sessions} timeZone={timeZone} />
          {!isSelf && (
            <ActionForm action={signOutUserAction}>
              <input type="hidden" name="userId" value={id} />
              <SubmitButton variant="secondary">Sign {name} out everywhere</SubmitButton>
            </ActionForm>
          )}
        </Part>
      )}
      {!isSelf && state !== 'invited' && <Account person={person} />}
    </div>
  );
}

const Invited = ({ userId, name }: { userId: number; name: string }) => (
  <Part title="Invitation">
    <p className="text-soft">{name} has not followed the mailed link yet.</p>
    <div className="flex flex-wrap gap-2">
      <ActionForm action={resendInvitationAction} doneSentence="A new invitation is on its way.">
        <input type="hidden" name="userId" value={userId} />
        <SubmitButton variant="secondary">Send it again</SubmitButton>
      </ActionForm>
      <ConfirmAction
        action={withdrawInvitationAction}
        values={{ userId }}
        label="Take it back"
        title={`Take back the invitation of ${name}?`}
        confirmLabel="Take it back"
        doneHref="/admin/users"
      >
        The link in the mail stops working, and the name leaves the list.
      </ConfirmAction>
    </div>
  </Part>
);

const Account = ({ person: { id, name, state } }: { person: StaffMember }) => (
  <Part title="Account">
    {state === 'disabled' ? (
      <ActionForm action={enableUserAction}>
        <input type="hidden" name="userId" value={id} />
        <p className="text-soft">{name} cannot sign in. What they wrote stays.</p>
        <SubmitButton variant="secondary">Let {name} in again</SubmitButton>
      </ActionForm>
    ) : (
      <ConfirmAction
        action={disableUserAction}
        values={{ userId: id }}
        label="Disable this account"
        variant="careful"
        title={`Disable the account of ${name}?`}
        confirmLabel="Disable account"
      >
        They are signed out at once and cannot come back until an administrator lets them. What they wrote
        stays.
      </ConfirmAction>
    )}
  </Part>
);

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="space-y-4">
    <h2 className="font-semibold text-base">{title}</h2>
    {children}
  </section>
);
