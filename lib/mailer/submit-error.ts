import type { NodemailerError } from 'nodemailer';

/**
 * How a mail was not taken.
 * `refused`: the server spoke about this mail or its recipient (4xx or 5xx to RCPT or after DATA).
 * `relay`: nothing can be handed over just now (no connection, sign-in or sender refused); says nothing of this mail.
 * `cut`: the connection ended at this mail before its text began; it was not taken.
 * `unknown`: the text had begun to go out and no answer came; the mail may have been taken.
 * `withheld`: `mayBegin` said no; not a byte of the text left.
 */
export type SubmitFailure = 'refused' | 'relay' | 'cut' | 'unknown' | 'withheld';

export class SubmitError extends Error {
  override name = 'SubmitError';
  constructor(
    readonly failure: SubmitFailure,
    /** What the server said, or what happened, in one line. */
    readonly answer: string,
    /** 4xx or 5xx, when there was a reply. */
    readonly replyCode: number | undefined,
    /** RFC 3463, such as `5.1.1`, when the reply had one. */
    readonly statusCode: string | undefined,
    cause: unknown,
  ) {
    super(answer, { cause });
  }
}

export const isSubmitError = (error: unknown): error is SubmitError =>
  error instanceof Error && error.name === 'SubmitError' && 'failure' in error;

/** Thrown where there is no relay to ask `mayBegin`. */
export const withheldMail = () => new SubmitError('withheld', 'withheld', undefined, undefined, undefined);

/** 421 says that the service ends this connection (RFC 5321 3.8), with or without anybody's mail. */
export const isStale = ({ failure, replyCode }: SubmitError): boolean =>
  failure === 'cut' || (replyCode === 421 && failure !== 'unknown');

/** What nodemailer's error means; `textBegan`: the server had asked for the text. */
export function failureOf(error: NodemailerError, textBegan: boolean): SubmitFailure {
  if ('withheld' in error) return 'withheld';
  // A refused sender concerns every mail: it is never held against the recipient.
  if (error.responseCode) return error.command === 'MAIL FROM' ? 'relay' : 'refused';
  return textBegan ? 'unknown' : 'cut';
}

/** In the server's own words, shortened to one line. */
export function asSubmitError(error: NodemailerError, failure: SubmitFailure): SubmitError {
  const answer = (error.response ?? error.message).replace(/\s+/g, ' ').slice(0, 500);
  const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1];
  return new SubmitError(failure, answer, error.responseCode || undefined, status, error);
}
