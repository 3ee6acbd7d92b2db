import { isRefusal } from '@/lib/errors';
import type { Composed } from '@/lib/mailer/mail';
import { isSubmitError, type SubmitError } from '@/lib/mailer/submit-error';
import { retryAfterSeconds, suppressionReason } from '../../rules';
import type { Claim, Outcome } from './ledger';

/** The relay in force, and the mails as they go over it. */
export interface Way {
  /** The mail for one reader, ready to go. */
  compose: (reader: Claim) => Promise<Composed>;
  /** Hands it over, as `submitMail` does. */
  submit: (mail: Composed, mayBegin: () => boolean) => Promise<string>;
}

/** What became of one try; `relay` when nothing can be sent to anybody just now. */
export interface Tried {
  outcome: Outcome;
  relay?: string;
}

/**
 * Hands one mail over and says what to write into the ledger. `attempts` is how often this reader was tried before.
 * `mayBegin` is asked once more after the server's go-ahead, for a process may have been paused in between.
 */
export async function tryDelivery(
  reader: Claim,
  { compose, submit }: Way,
  mayBegin: () => boolean,
): Promise<Tried> {
  const { subscriberId, attempts } = reader;
  try {
    const answer = await submit(await compose(reader), mayBegin);
    return { outcome: { subscriberId, state: 'sent', answer: answer.slice(0, 500) } };
  } catch (error) {
    if (isSubmitError(error)) return tried(subscriberId, attempts + 1, error);
    if (isRefusal(error)) return { outcome: { subscriberId, state: 'failed', answer: error.message } };
    // A full disk under the development mailbox, a key that went away: nobody's mail can go out.
    const said = error instanceof Error ? error.message : String(error);
    return { outcome: putOff(subscriberId, said), relay: said };
  }
}

function tried(subscriberId: number, attempts: number, error: SubmitError): Tried {
  const { failure, answer, replyCode = 0 } = error;
  if (failure === 'unknown')
    return {
      outcome: { subscriberId, state: 'unknown', answer: `no answer came after the text: ${answer}` },
    };
  if (failure === 'withheld') return { outcome: putOff(subscriberId, 'held back') };
  if (failure === 'relay') return { outcome: putOff(subscriberId, answer), relay: answer };
  if (replyCode >= 500)
    return { outcome: { subscriberId, state: 'failed', answer, suppress: suppressionReason(error) } };
  const waitSeconds = retryAfterSeconds(attempts);
  return {
    outcome:
      waitSeconds === null
        ? { subscriberId, state: 'failed', answer: `given up after ${attempts} tries: ${answer}` }
        : { subscriberId, state: 'pending', answer, waitSeconds },
  };
}

const putOff = (subscriberId: number, answer: string): Outcome => ({
  subscriberId,
  state: 'pending',
  answer,
  uncounted: true,
});
