import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection, { type SMTPConnectionAuth } from 'nodemailer/lib/smtp-connection';
import type { Composed } from './mail';

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

/** Where a relay is and how one signs in there, as nodemailer's connection is told. */
export type RelayTarget = ReturnType<typeof parseConnectionUrl>;

/** How many connections a process opens to its relay at most. */
export const relayConnections = 10;

export interface RelayOptions {
  /** Connections at most (`relayConnections`). */
  maxConnections?: number;
  /** Mails over one connection before it is closed (100), for relays that count. */
  mailsPerConnection?: number;
  /** How long a connection may take to come about, in milliseconds (15 s). */
  connectMs?: number;
  /** How long the server may take to greet, in milliseconds (30 s). */
  greetMs?: number;
  /** Longest silence of the server, in milliseconds: RFC 5321 4.5.3.2 asks for 5 minutes. */
  silenceMs?: number;
  /** How long a connection is kept for the next mail, in milliseconds (20 s); it would hold a process from ending. */
  idleMs?: number;
}

interface Line {
  connection: SMTPConnection;
  mails: number;
  dead: boolean;
  idleTimer?: NodeJS.Timeout;
}

/**
 * A pool of connections to one SMTP relay, on nodemailer's connection. Its own pool will not do for a ledger: when a
 * connection is cut it sends the mail again by itself, also after the text was handed over (`maxRequeues`), and it does
 * not say on which side of DATA a mail failed.
 */
export class SmtpRelay {
  readonly #options: Required<RelayOptions>;
  readonly #target: RelayTarget;
  readonly #lines = new Set<Line>();
  #idle: Line[] = [];
  #open = 0;
  #waiting: ((line: Line | null) => void)[] = [];

  constructor(
    target: string | RelayTarget,
    {
      maxConnections = relayConnections,
      mailsPerConnection = 100,
      connectMs = 15_000,
      greetMs = 30_000,
      silenceMs = 300_000,
      idleMs = 20_000,
    }: RelayOptions = {},
  ) {
    this.#options = { maxConnections, mailsPerConnection, connectMs, greetMs, silenceMs, idleMs };
    this.#target = typeof target === 'string' ? parseConnectionUrl(target) : target;
  }

  get maxConnections(): number {
    return this.#options.maxConnections;
  }

  /**
   * Hands one mail over and resolves to the server's answer; throws SubmitError. `mayBegin` is asked after the server
   * said "go ahead" and before the first byte of the text: the last moment at which a mail can be kept back.
   */
  async submit(
    { envelope, raw }: Pick<Composed, 'envelope' | 'raw'>,
    mayBegin: () => boolean = () => true,
  ): Promise<string> {
    for (;;) {
      const line = await this.#take();
      const reused = line.mails > 0;
      try {
        return await this.#send(line, envelope, raw, mayBegin);
      } catch (error) {
        // A server may end a connection between two mails; that says nothing about this one.
        if (!reused || !isSubmitError(error) || !isStale(error)) throw error;
        line.dead = true;
      } finally {
        this.#giveBack(line);
      }
    }
  }

  /** Ends every connection that is not in use; those in use end after their mail. */
  close(): void {
    this.#options.mailsPerConnection = 0;
    for (const line of this.#idle.splice(0)) this.#retire(line);
  }

  /** Ends every connection at once, those under way too: their mails fail. */
  abandon(): void {
    this.close();
    for (const { connection } of this.#lines) connection.close();
  }

  async #take(): Promise<Line> {
    const line = this.#idle.pop();
    if (line) {
      clearTimeout(line.idleTimer);
      return line;
    }
    if (this.#open >= this.#options.maxConnections) {
      const handed = await new Promise<Line | null>((resolve) => this.#waiting.push(resolve));
      if (handed) return handed;
    }
    this.#open++;
    try {
      return await this.#connect();
    } catch (error) {
      this.#closed();
      throw asSubmitError(error as NodemailerError, 'relay');
    }
  }

  #giveBack(line: Line): void {
    if (line.dead || line.mails >= this.#options.mailsPerConnection) {
      this.#retire(line);
      return;
    }
    const next = this.#waiting.shift();
    if (next) {
      next(line);
      return;
    }
    this.#idle.push(line);
    line.idleTimer = setTimeout(() => this.#forget(line), this.#options.idleMs);
  }

  /** A place is free: whoever waits may open a connection of its own. */
  #closed(): void {
    this.#open--;
    this.#waiting.shift()?.(null);
  }

  #retire(line: Line): void {
    clearTimeout(line.idleTimer);
    if (line.dead) line.connection.close();
    else line.connection.quit();
    line.dead = true;
    this.#closed();
  }

  #connect(): Promise<Line> {
    const { auth, ...target } = this.#target;
    const connection = new SMTPConnection({
      ...target,
      connectionTimeout: this.#options.connectMs,
      greetingTimeout: this.#options.greetMs,
      socketTimeout: this.#options.silenceMs,
    });
    const line: Line = { connection, mails: 0, dead: false };
    this.#lines.add(line);
    return new Promise<Line>((resolve, reject) => {
      // 'error' is also how an idle connection says that the server ended it.
      connection.on('error', (error) => {
        line.dead = true;
        reject(error);
      });
      connection.once('end', () => {
        line.dead = true;
        this.#lines.delete(line);
        this.#forget(line);
        reject(new Error('The mail relay closed the connection'));
      });
      connection.connect((error) => {
        if (error) reject(error);
        else if (!auth) resolve(line);
        else
          connection.login(auth as SMTPConnectionAuth, (refused) =>
            refused ? reject(refused) : resolve(line),
          );
      });
    }).catch((error) => {
      line.dead = true;
      connection.close();
      throw error;
    });
  }

  /** Takes a line out of the pool that ended, or was not needed, while nobody used it. */
  #forget(line: Line): void {
    const at = this.#idle.indexOf(line);
    if (at < 0) return;
    this.#idle.splice(at, 1);
    this.#retire(line);
  }

  #send(line: Line, envelope: Composed['envelope'], raw: Buffer, mayBegin: () => boolean): Promise<string> {
    const text = textOf(raw, mayBegin);
    line.mails++;
    return new Promise<string>((resolve, reject) => {
      line.connection.send({ ...envelope, size: raw.length }, text, (error, info) => {
        if (!error) return resolve(info.response ?? '');
        const failure = asSubmitError(error, failureOf(error, text.readableDidRead));
        if (failure.failure !== 'refused') line.dead = true;
        if (line.dead) return reject(failure);
        // The transaction is still open on the server's side; the connection is good for the next mail after RSET.
        line.connection.reset((stuck) => {
          if (stuck) line.dead = true;
          reject(failure);
        });
      });
    });
  }
}

/** Thrown where there is no relay to ask `mayBegin`. */
export const withheldMail = () => new SubmitError('withheld', 'withheld', undefined, undefined, undefined);

/** The text as a stream that is first read after the server's 354, which is when it asks whether it may. */
const textOf = (raw: Buffer, mayBegin: () => boolean): Readable =>
  new Readable({
    read() {
      if (!mayBegin()) return void this.destroy(Object.assign(new Error('withheld'), { withheld: true }));
      this.push(raw);
      this.push(null);
    },
  });

/** 421 says that the service ends this connection (RFC 5321 3.8), with or without anybody's mail. */
const isStale = ({ failure, replyCode }: SubmitError): boolean =>
  failure === 'cut' || (replyCode === 421 && failure !== 'unknown');

function failureOf(error: NodemailerError, textBegan: boolean): SubmitFailure {
  if ('withheld' in error) return 'withheld';
  // A refused sender concerns every mail: it is never held against the recipient.
  if (error.responseCode) return error.command === 'MAIL FROM' ? 'relay' : 'refused';
  return textBegan ? 'unknown' : 'cut';
}

function asSubmitError(error: NodemailerError, failure: SubmitFailure): SubmitError {
  const answer = (error.response ?? error.message).replace(/\s+/g, ' ').slice(0, 500);
  const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1];
  return new SubmitError(failure, answer, error.responseCode || undefined, status, error);
}
