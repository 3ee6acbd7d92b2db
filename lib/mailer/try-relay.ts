import { type Explained, explainFailure, replyOf } from './explain';
import type { Composed } from './mail';
import { SmtpRelay } from './relay';
import type { RelayTarget } from './relay-line';
import { isSubmitError, SubmitError } from './submit-error';

/** Each step of the conversation, and all of it, in milliseconds. */
const stepMs = 8_000;
const wholeMs = 20_000;

export type RelayTrial = { sent: true; answer: string } | ({ sent: false } & Explained);

/**
 * Hands one mail to a relay that is not in force yet, over a connection of its own, and says in words what came of it,
 * within 20 seconds. Not a byte leaves before the other side has greeted as a mail server does, so that nothing else
 * that listens somewhere is spoken to.
 */
export async function tryRelay(target: RelayTarget, mail: Composed): Promise<RelayTrial> {
  const relay = new SmtpRelay(target, {
    maxConnections: 1,
    mailsPerConnection: 1,
    connectMs: stepMs,
    greetMs: stepMs,
    silenceMs: stepMs,
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(outOfTime()), wholeMs);
  });
  try {
    return { sent: true, answer: replyOf({ answer: await Promise.race([relay.submit(mail), late]) }) };
  } catch (error) {
    if (!isSubmitError(error)) throw error;
    return { sent: false, ...explainFailure(error, target) };
  } finally {
    clearTimeout(timer);
    relay.abandon();
  }
}

const outOfTime = () =>
  new SubmitError(
    'relay',
    'out of time',
    undefined,
    undefined,
    Object.assign(new Error(), { code: 'ETIMEDOUT' }),
  );
