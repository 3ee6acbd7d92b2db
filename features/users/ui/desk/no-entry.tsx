import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** In place of a page that one's role does not open. */
export function NoEntry() {
  return (
    <EmptyState
      title="This page is not part of your role"
      action={<ButtonLink href="/admin">Back to the desk</ButtonLink>}
    >
      Ask an administrator if you need it.
    </EmptyState>
  );
}
