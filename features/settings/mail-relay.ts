import { z } from 'zod';
import { emailAddress, line, requiredLine } from '@/lib/shapes';
import { wholeNumber } from './input';

export const relaySecurities = ['starttls', 'tls', 'none'] as const;
export type RelaySecurity = (typeof relaySecurities)[number];

/** A name of DNS, or an IP address: nothing that could be read as more than a host. */
const hostPattern =
  /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*|[0-9a-f]*:[0-9a-f:.]+)$/i;

/** Below 1024 nothing but mail is spoken to; above lie relays of one's own and those of development. */
const mailPorts = [25, 465, 587];

const host = requiredLine(253, 'Write the name of the mail server, like smtp.example.org.').refine(
  (name) => name === '' || hostPattern.test(name),
  'Write the name alone, like smtp.example.org: no smtp://, no port.',
);
const portSentence = 'Write a port from 1 to 65535: mostly 587, or 465 with TLS.';
const port = wholeNumber(1, 65_535, portSentence).refine(
  (number) => number >= 1024 || mailPorts.includes(number),
  'Mail servers do not listen there. Most take 587, or 465 with TLS.',
);

const relayShape = z.object({
  host,
  port,
  security: z.enum(relaySecurities, 'Choose one from the list.'),
  user: line(320),
  fromAddress: emailAddress,
  fromName: line(80),
});

/** What lies in the settings under `mailRelay`; the password only as `seal` made it. */
export const keptRelayShape = relayShape.extend({ sealedPassword: z.string().max(8_000).nullable() });
export type KeptMailRelay = z.output<typeof keptRelayShape>;

/** An empty password keeps the one there is; `forgetPassword` removes it. */
export const saveMailRelayInput = relayShape.extend({
  password: z.string('Text belongs here.').max(1_000, 'At most 1000 characters fit here.').default(''),
  forgetPassword: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
});
export type SaveMailRelay = z.output<typeof saveMailRelayInput>;

export const testMailRelayInput = saveMailRelayInput.extend({ to: emailAddress });
export type TestMailRelay = z.output<typeof testMailRelayInput>;

/** One form, two buttons: what is typed is tried, or kept. */
export const mailRelayFormInput = z.discriminatedUnion('intent', [
  testMailRelayInput.extend({ intent: z.literal('test') }),
  saveMailRelayInput.extend({ intent: z.literal('save') }),
]);

export const testMailInForceInput = z.object({ to: emailAddress });

export const forgetMailRelayInput = z.object({});

/** What came of a test mail, in words. `answer`: the relay's own, one line; `advice`: what to do about it. */
export type MailTest =
  | { sent: true; to: string; host: string | null; answer: string }
  | { sent: false; to: string; happened: string; advice: string };
