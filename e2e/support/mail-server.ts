import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { type CaughtMail, openSmtpSink, type SinkMode } from '@/test/smtp-sink';

/** How the relay treats an address; every other one it takes. */
export type Misbehaviour = Record<string, SinkMode>;

export interface MailServer {
  smtpUrl: string;
  controlUrl: string;
  close(): Promise<void>;
}

/**
 * A real SMTP server that keeps what it gets and misbehaves when told to. It lives in the runner's own process, since a
 * failed test ends the process it ran in; tests speak to it over HTTP, through `MailReader`.
 */
export async function openMailServer(): Promise<MailServer> {
  const sink = await openSmtpSink();
  const control = createServer(async (request, response) => {
    if (request.method === 'PUT') {
      const rules = (await json(request)) as Misbehaviour;
      sink.mode = (to) => rules[to] ?? rules['*'] ?? 'ok';
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(sink.caught));
  });
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
  return {
    smtpUrl: sink.url,
    controlUrl: `http://127.0.0.1:${(control.address() as AddressInfo).port}`,
    async close() {
      control.closeAllConnections();
      control.close();
      await sink.close();
    },
  };
}

export interface Mail extends CaughtMail {
  parsed: ParsedMail;
  /** The first link in the text part whose path begins so. */
  link(pathPrefix: string): string;
}

/** The letters that the relay took, read as a subscriber's mail program would. */
export class MailReader {
  constructor(private readonly controlUrl: string) {}

  async misbehave(rules: Misbehaviour): Promise<void> {
    await fetch(this.controlUrl, { method: 'PUT', body: JSON.stringify(rules) });
  }

  /** Every letter to an address, oldest first. */
  async listTo(address: string): Promise<Mail[]> {
    const caught = (await (await fetch(this.controlUrl)).json()) as CaughtMail[];
    return Promise.all(caught.filter(({ to }) => to === address).map(read));
  }

  /** Waits for a letter to an address whose subject fits; the newest that does. */
  async waitFor(to: string, subject: RegExp = /./, timeoutMs = 20_000): Promise<Mail> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const mails = await this.listTo(to);
      const found = mails.findLast(({ parsed }) => subject.test(parsed.subject ?? ''));
      if (found) return found;
      if (Date.now() > end) {
        const had = mails.map(({ parsed }) => parsed.subject).join('; ') || 'none';
        throw new Error(
          `No letter to ${to} with a subject like ${subject} in ${timeoutMs / 1000} s; had: ${had}`,
        );
      }
      await wait(100);
    }
  }
}

async function read(mail: CaughtMail): Promise<Mail> {
  const parsed = await simpleParser(mail.raw);
  return {
    ...mail,
    parsed,
    link(pathPrefix) {
      const links = (parsed.text ?? '').match(/https?:\/\/[^\s<>)\]]+/g) ?? [];
      const found = links.find((link) => new URL(link).pathname.startsWith(pathPrefix));
      if (!found) throw new Error(`No link to ${pathPrefix}… in the letter:\n${parsed.text}`);
      return found;
    },
  };
}
