import { commentLimits } from '../input';

/** Names of sentences in `messages.comments.errors`. */
export type Fault = 'missing' | 'tooLong' | 'badEmail' | 'closed' | 'tooMany' | 'parentGone';
export type Faults = Partial<Record<'name' | 'email' | 'body' | 'form', Fault>>;

const email = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,190}\.[^\s@<>,;:"()[\]\\.]{2,63}$/u;

/** What is wrong with a typed comment, field by field. Staff sign with their own name, so theirs may be empty. */
export function typedFaults(typed: { name: string; email: string; body: string }, staff: boolean): Faults {
  const faults: Faults = {};
  if (typed.name.length > commentLimits.nameChars) faults.name = 'tooLong';
  if (typed.body === '') faults.body = 'missing';
  if (typed.body.length > commentLimits.bodyChars) faults.body = 'tooLong';
  if (staff) return faults;
  if (typed.name === '') faults.name = 'missing';
  if (typed.email === '') faults.email = 'missing';
  else if (typed.email.length > commentLimits.emailChars || !email.test(typed.email))
    faults.email = 'badEmail';
  return faults;
}
