import { randomUUID } from 'node:crypto';
import addressparser from 'nodemailer/lib/addressparser';
import DKIM from 'nodemailer/lib/dkim';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseEmailAddress } from '@/lib/email-address';
import { env } from '@/lib/env';
import { Invalid } from '@/lib/errors';
import { dkimOptions } from './dkim';
import { type Composed, type Correspondent, headerText, type Mail } from './mail';

/**
 * Writes a mail out as MIME (plain text and HTML, quoted-printable) and signs it when a DKIM key is set. Whatever comes
 * in, it has one sender, one recipient and no header but its own. Throws Invalid for an address mail cannot have.
 */
export async function composeMail(mail: Mail): Promise<Composed> {
  const from = sender(mail.fromName);
  const to = recipient(mail.to);
  const messageId = headerText(mail.messageId ?? `<${randomUUID()}@${domainOf(from.address)}>`);
  const node = new MailComposer({
    from,
    to: { name: headerText(to.name ?? ''), address: to.address },
    replyTo: mail.replyTo && recipient(mail.replyTo).address,
    subject: headerText(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId,
    date: mail.date,
    headers: headersOf(mail),
    newline: 'windows',
    encoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return {
    envelope: { from: from.address, to: [to.address] },
    messageId,
    raw: await sign(await node.build()),
  };
}

/** MAIL_FROM as it is set, with another name before it where a list or paper has one. */
export function sender(name?: string): Required<Correspondent> {
  const [set] = addressparser(env().mailFrom, { flatten: true });
  const address = set?.address ?? '';
  return { name: headerText(name || set?.name || ''), address };
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Adds the DKIM-Signature header; the message itself when no key is set. */
export async function sign(message: Buffer): Promise<Buffer> {
  const options = dkimOptions();
  if (!options) return message;
  const chunks: Buffer[] = [];
  for await (const chunk of new DKIM(options).sign(message)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function recipient(to: string | Correspondent): Correspondent {
  const given = typeof to === 'string' ? { address: to } : to;
  const address = parseEmailAddress(given.address);
  if (!address) throw Invalid('That is not an address that mail could reach.');
  return { ...given, address };
}

function headersOf({ headers = {}, listId, listUnsubscribe }: Mail): Record<string, string> {
  const all: Record<string, string> = { ...headers };
  if (listId) all['List-Id'] = listId;
  if (listUnsubscribe) {
    all['List-Unsubscribe'] = `<${listUnsubscribe}>`;
    all['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  }
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [headerText(name), headerText(value)]),
  );
}
