import type { NodemailerError } from 'nodemailer';
import type { RelayTarget } from './relay-line';
import type { SubmitError } from './submit-error';

/** What came of a try, for a person: what happened, and what to do about it. */
export interface Explained {
  happened: string;
  advice: string;
}

type Explain = (target: RelayTarget, said: string) => Explained;

/**
 * Why a relay did not take a mail, in words (D19). What a server said is quoted only where it is an SMTP reply (RFC
 * 5321, 4.2), one bounded line of it: whatever else answers at an address is not shown to whoever typed the address.
 */
export function explainFailure(error: SubmitError, target: RelayTarget): Explained {
  const said = replyOf(error);
  return explainer(error)(target, said ? ` It said: ${said}` : '');
}

const replyChars = 200;

/** `550 5.7.1 …` as one line, or nothing when this is no reply of a mail server. */
export const replyOf = ({ answer }: Pick<SubmitError, 'answer'>): string => {
  const reply = /^[245]\d{2}(?:[ -].*)?$/.exec(answer.replace(/[^\x20-\x7e]+/g, ' ').trim())?.[0] ?? '';
  return reply.length > replyChars ? `${reply.slice(0, replyChars)}…` : reply;
};

function explainer(error: SubmitError): Explain {
  const { code = '', command = '' } = (error.cause ?? {}) as Partial<NodemailerError>;
  const message = (error.cause as Error | undefined)?.message ?? '';
  // 500 to 504 (RFC 5321, 4.2.1) say that the command is not known, not that the password is wrong.
  if (code === 'EAUTH')
    return (error.replyCode ?? 500) <= 504 && (error.replyCode ?? 500) >= 500 ? noSignIn : signInRefused;
  if (code === 'EDNS') return nameNotFound;
  if (isCertificate(message)) return badCertificate;
  if (code === 'ETLS' || /wrong version number|SSL routines|tls/i.test(message)) return wrongTls;
  if (code === 'ETIMEDOUT') return tooSlow;
  if (/ECONNREFUSED/.test(message)) return refusedConnection;
  if (/EHOSTUNREACH|ENETUNREACH/.test(message)) return noWay;
  if (code === 'EPROTOCOL') return error.replyCode === undefined ? notMail : turnedAway;
  if (command === 'MAIL FROM') return senderRefused;
  if (command === 'RCPT TO') return recipientRefused;
  if (error.replyCode !== undefined) return error.replyCode >= 500 ? textRefused : putOff;
  return cutOff;
}

const isCertificate = (message: string): boolean =>
  /certificate|self[- ]signed|altnames|CERT_|UNABLE_TO_VERIFY/i.test(message);

const nameNotFound: Explain = ({ host }) => ({
  happened: `No server is known under the name ${host}.`,
  advice: 'Look at how the name is spelt, or at whether this machine can ask a name server.',
});
const refusedConnection: Explain = ({ host, port }) => ({
  happened: `${host} refused the connection to port ${port}.`,
  advice: 'Nothing listens there. Look at the port: mostly 587, or 465 with TLS.',
});
const noWay: Explain = ({ host }) => ({
  happened: `There is no way from this machine to ${host}.`,
  advice: 'Look at the network of this machine and at its firewall.',
});
const tooSlow: Explain = ({ host, port }) => ({
  happened: `${host} did not answer on port ${port} in time.`,
  advice:
    'A firewall may swallow the connection (many hosters close port 25: use 587), or the server waits for TLS: port 465 wants TLS from the beginning, 587 STARTTLS.',
});
const wrongTls: Explain = ({ host, secure }, said) => ({
  happened: `No encrypted connection to ${host} came about.${said}`,
  advice: secure
    ? 'The server may want STARTTLS instead of TLS on this port: 587 mostly does.'
    : 'The server may not offer STARTTLS on this port. Choose TLS with port 465, or no encryption for a relay on your own machine.',
});
const badCertificate: Explain = ({ host }) => ({
  happened: `${host} showed a certificate that does not prove its name.`,
  advice:
    'Write the name that stands in the certificate, or have it renewed. Nothing was sent, nor the password.',
});
const signInRefused: Explain = ({ host }, said) => ({
  happened: `${host} refused the user and password.${said}`,
  advice:
    'Type both again. Many providers want a password made for programs (an app password, or an API key), not the one you sign in with.',
});
const noSignIn: Explain = ({ host }, said) => ({
  happened: `${host} offers no way to sign in that is known here.${said}`,
  advice:
    'Leave user and password empty if it wants none, or turn encryption on: many servers let nobody sign in without.',
});
const senderRefused: Explain = ({ host, auth }, said) => ({
  happened: `${host} refuses the sender.${said}`,
  advice: auth
    ? 'Use an address that this account may send from, of a domain you have verified there.'
    : 'It may want a user and password first, or an address of a domain that it knows.',
});
const recipientRefused: Explain = ({ host }, said) => ({
  happened: `${host} refuses the recipient.${said}`,
  advice:
    'Look at the address you sent the test to. If it is right, the relay may want a user and password before it passes mail on.',
});
const textRefused: Explain = ({ host }, said) => ({
  happened: `${host} read the mail and refused it.${said}`,
  advice: 'Its answer says why. It is often the sender’s domain, which lacks SPF or DKIM records.',
});
const putOff: Explain = ({ host }, said) => ({
  happened: `${host} put the mail off.${said}`,
  advice: 'Try again in a few minutes. Real mail would be tried again by itself.',
});
const turnedAway: Explain = ({ host }, said) => ({
  happened: `${host} turned us away.${said}`,
  advice: 'Its answer says why: too many connections, or this machine’s address is on a list.',
});
const notMail: Explain = ({ host, port }) => ({
  happened: `What answers on port ${port} of ${host} is no mail server.`,
  advice: 'Look at the port: mostly 587, or 465 with TLS.',
});
const cutOff: Explain = ({ host }, said) => ({
  happened: `${host} ended the conversation.${said}`,
  advice: 'It may want encryption (STARTTLS on 587, TLS on 465), or know this machine as a sender of spam.',
});
