import { Readable } from 'node:stream';
import type { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection, { type SMTPConnectionAuth } from 'nodemailer/lib/smtp-connection';
import type { Composed } from './mail';
import { asSubmitError, failureOf } from './submit-error';

/** Where a relay is and how one signs in there, as nodemailer's connection is told. */
export type RelayTarget = ReturnType<typeof parseConnectionUrl>;

/** How long it is waited for a server, in milliseconds: to be reached, to greet, to say anything at all. */
export interface Patience {
  connectMs: number;
  greetMs: number;
  silenceMs: number;
}

/** One connection to a relay: once open, it takes one mail after the other until it is dead. */
export class RelayLine {
  /** Handed over so far, or tried to be. */
  mails = 0;
  /** Nothing can be handed over any more. */
  dead = false;
  readonly #connection: SMTPConnection;
  readonly #auth: RelayTarget['auth'];

  constructor({ auth, ...target }: RelayTarget, { connectMs, greetMs, silenceMs }: Patience) {
    this.#auth = auth;
    this.#connection = new SMTPConnection({
      ...target,
      connectionTimeout: connectMs,
      greetingTimeout: greetMs,
      socketTimeout: silenceMs,
    });
  }

  /** Connects and signs in. `onEnd` is called when either side has ended the connection. */
  async open(onEnd: () => void): Promise<void> {
    const connection = this.#connection;
    try {
      await new Promise<void>((resolve, reject) => {
        // 'error' is also how an idle connection says that the server ended it.
        connection.on('error', (error) => {
          this.dead = true;
          reject(error);
        });
        connection.once('end', () => {
          this.dead = true;
          onEnd();
          reject(new Error('The mail relay closed the connection'));
        });
        const signedIn = (refused?: Error | null) => (refused ? reject(refused) : resolve());
        connection.connect((error) => {
          if (error) reject(error);
          else if (this.#auth) connection.login(this.#auth as SMTPConnectionAuth, signedIn);
          else resolve();
        });
      });
    } catch (error) {
      this.dead = true;
      connection.close();
      throw error;
    }
  }

  /** Hands one mail over; gives the server's answer, throws SubmitError. `mayBegin` as in `SmtpRelay.submit`. */
  send({ envelope, raw }: Pick<Composed, 'envelope' | 'raw'>, mayBegin: () => boolean): Promise<string> {
    const text = textOf(raw, mayBegin);
    this.mails++;
    return new Promise<string>((resolve, reject) => {
      this.#connection.send({ ...envelope, size: raw.length }, text, (error, info) => {
        if (!error) return resolve(info.response ?? '');
        const failure = asSubmitError(error, failureOf(error, text.readableDidRead));
        if (failure.failure !== 'refused') this.dead = true;
        if (this.dead) return reject(failure);
        // The transaction is still open on the server's side; the connection is good for the next mail after RSET.
        this.#connection.reset((stuck) => {
          if (stuck) this.dead = true;
          reject(failure);
        });
      });
    });
  }

  /** Says goodbye, where there is still somebody to say it to. */
  end(): void {
    if (this.dead) this.#connection.close();
    else this.#connection.quit();
    this.dead = true;
  }

  /** Ends it at once, a mail under way too. */
  abandon(): void {
    this.#connection.close();
  }
}

/** The text as a stream that is first read after the server's 354, which is when it asks whether it may. */
const textOf = (raw: Buffer, mayBegin: () => boolean): Readable =>
  new Readable({
    read() {
      if (!mayBegin()) return void this.destroy(Object.assign(new Error('withheld'), { withheld: true }));
      this.push(raw);
      this.push(null);
    },
  });
