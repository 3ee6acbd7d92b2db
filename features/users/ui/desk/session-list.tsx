import { Badge } from '@/components/ui/badge';
import { ActionForm, SubmitButton } from '@/components/ui/form.client';
import { When } from '@/components/ui/when';
import { revokeSessionAction } from '../../actions';
import { browserName } from '../../browser-name';
import type { OpenSession } from '../../queries';

interface SessionListProps {
  sessions: OpenSession[];
  timeZone: string;
  /** One's own can be ended one by one. */
  own?: boolean;
}

/** Where somebody is signed in, latest first. */
export function SessionList({ sessions, timeZone, own = false }: SessionListProps) {
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {sessions.map(({ session, userAgent, createdAt, seenAt, isThis }) => (
        <li key={session} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
          <div>
            <p>
              {browserName(userAgent)} {isThis && <Badge tone="info">This browser</Badge>}
            </p>
            <p className="text-muted text-xs">
              Last used <When at={seenAt} timeZone={timeZone} /> · signed in{' '}
              <When at={createdAt} timeZone={timeZone} />
            </p>
          </div>
          {own && !isThis && (
            <ActionForm action={revokeSessionAction} className="space-y-0!">
              <input type="hidden" name="session" value={session} />
              <SubmitButton variant="secondary" size="small">
                Sign out<span className="sr-only"> {browserName(userAgent)}</span>
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
