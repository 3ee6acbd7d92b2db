import type { NodemailerError } from 'nodemailer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { Composed } from './mail';
import { RelayLine, type RelayTarget } from './relay-line';
import { asSubmitError, isStale, isSubmitError } from './submit-error';

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

/**
 * A pool of connections to one SMTP relay, on nodemailer's connection. Its own pool will not do for a ledger: when a
 * connection is cut it sends the mail again by itself, also after the text was handed over (`maxRequeues`), and it does
 * not say on which side of DATA a mail failed.
 */
export class SmtpRelay {
  readonly #options: Required<RelayOptions>;
  readonly #target: RelayTarget;
  readonly #lines = new Set<RelayLine>();
  readonly #idleTimers = new WeakMap<RelayLine, NodeJS.Timeout>();
  #idle: RelayLine[] = [];
  #open = 0;
  #waiting: ((line: RelayLine | null) => void)[] = [];

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
    mail: Pick<Composed, 'envelope' | 'raw'>,
    mayBegin: () => boolean = () => true,
  ): Promise<string> {
    for (;;) {
      const line = await this.#take();
      const reused = line.mails > 0;
      try {
        return await line.send(mail, mayBegin);
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
    for (const line of this.#lines) line.abandon();
  }

  async #take(): Promise<RelayLine> {
    const line = this.#idle.pop();
    if (line) {
      clearTimeout(this.#idleTimers.get(line));
      return line;
    }
    if (this.#open >= this.#options.maxConnections) {
      const handed = await new Promise<RelayLine | null>((resolve) => this.#waiting.push(resolve));
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

  #giveBack(line: RelayLine): void {
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
    this.#idleTimers.set(
      line,
      setTimeout(() => this.#forget(line), this.#options.idleMs),
    );
  }

  /** A place is free: whoever waits may open a connection of its own. */
  #closed(): void {
    this.#open--;
    this.#waiting.shift()?.(null);
  }

  #retire(line: RelayLine): void {
    clearTimeout(this.#idleTimers.get(line));
    line.end();
    this.#closed();
  }

  async #connect(): Promise<RelayLine> {
    const line = new RelayLine(this.#target, this.#options);
    this.#lines.add(line);
    await line.open(() => {
      this.#lines.delete(line);
      this.#forget(line);
    });
    return line;
  }

  /** Takes a line out of the pool that ended, or was not needed, while nobody used it. */
  #forget(line: RelayLine): void {
    const at = this.#idle.indexOf(line);
    if (at < 0) return;
    this.#idle.splice(at, 1);
    this.#retire(line);
  }
}
