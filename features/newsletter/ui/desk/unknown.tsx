import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { Notice } from '@/components/ui/notice';
import { resendUnknownAction } from '../../actions';
import { readersOf } from './campaign-words';

interface UnknownProps {
  campaignId: number;
  readers: number;
  maySend: boolean;
}

/** What `unknown` means, and the choice that only a person can make. */
export function Unknown({ campaignId, readers, maySend }: UnknownProps) {
  if (readers === 0) return null;
  return (
    <Notice
      tone="warning"
      title={`Nobody can know whether ${readersOf(readers)} got it`}
      action={
        maySend && (
          <ConfirmAction
            action={resendUnknownAction}
            values={{ campaignId }}
            label="Send again"
            title={`Send again to ${readersOf(readers)}?`}
            confirmLabel="Send again"
          >
            Some of them may get it a second time. Most mail programs show both as one, for it carries the
            same Message-ID.
          </ConfirmAction>
        )
      }
    >
      The mail was handed over, and the connection or the process ended before the server said whether it took
      it. It is never sent again by itself: better that somebody misses an issue than that somebody gets two.
    </Notice>
  );
}
