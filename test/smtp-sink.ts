import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail {
  from: string;
  to: string;
  raw: string;
}

/** What the sink does to a mail: take it, or fail it in one of the ways servers do. */
export type SinkMode =
  | 'ok'
  /** 451 to RCPT. */
  | 'temp'
  /** 550 5.1.1 to RCPT. */
  | 'perm'
  /** 550 5.7.1 to MAIL FROM: the relay refuses the sender. */
  | 'no-sender'
  /** 554 5.7.1 after DATA. */
  | 'spam'
  /** 451 after DATA. */
  | 'tempdata'
  /** The connection is cut at RCPT: the text has not begun. */
  | 'cut-before'
  /** The mail is kept, and the connection cut before the 250: nobody can know. */
  | 'cut-after'
  /** 421 instead of a greeting. */
  | 'banner';

export interface SmtpSink {
  url: string;
  caught: CaughtMail[];
  /** Decides for each recipient; `ok` unless set. */
  mode: (to: string, attempt: number) => SinkMode;
  /** Milliseconds before each mail is answered. */
  delayMs: number;
  /** How many mails are being taken at this moment, and the most there were. */
  underWay: { now: number; most: number };
  close(): Promise<void>;
}

/** How one gets in. */
export interface SinkDoor {
  /** Who may send; anybody unless said. */
  account?: { user: string; password: string };
  /** TLS from the beginning, with a certificate that proves nothing. */
  tls?: boolean;
}

const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });

/** A real SMTP server on loopback that keeps what it is given and misbehaves when told to. */
export async function openSmtpSink(port = 0, { account, tls = false }: SinkDoor = {}): Promise<SmtpSink> {
  const attempts = new Map<string, number>();
  const modeOf = (to: string) => sink.mode(to, attempts.get(to) ?? 0);
  const server = new SMTPServer({
    authOptional: account === undefined,
    disabledCommands: account ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    secure: tls,
    // Over a plain connection on loopback, where a test may read along.
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === account?.user && password === account?.password
        ? done(null, { user: username })
        : done(refusal(535, '5.7.8 wrong user or password')),
    logger: false,
    closeTimeout: 100,
    onConnect: (_session, done) =>
      done(sink.mode('', 0) === 'banner' ? refusal(421, '4.3.2 not now') : undefined),
    onMailFrom: (_address, _session, done) =>
      done(sink.mode('', 0) === 'no-sender' ? refusal(550, '5.7.1 this sender may not') : undefined),
    onRcptTo({ address }, session, done) {
      attempts.set(address, (attempts.get(address) ?? 0) + 1);
      const mode = modeOf(address);
      if (mode === 'cut-before') return cut(session.id);
      if (mode === 'temp') return done(refusal(451, '4.7.1 try again later'));
      if (mode === 'perm') return done(refusal(550, '5.1.1 no such user'));
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      sink.underWay.most = Math.max(sink.underWay.most, ++sink.underWay.now);
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('close', () => sink.underWay.now--);
      stream.on('end', () =>
        setTimeout(() => answer(Buffer.concat(chunks).toString(), session, done), sink.delayMs),
      );
    },
  });
  type Session = Parameters<NonNullable<ConstructorParameters<typeof SMTPServer>[0]>['onData'] & object>[1];
  const cut = (id: string) => {
    for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>)
      if (connection.id === id) connection._socket.destroy();
  };
  function answer(raw: string, session: Session, done: (error?: Error | null) => void) {
    const to = session.envelope.rcptTo[0]?.address ?? '';
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    const mode = modeOf(to);
    if (mode === 'spam') return done(refusal(554, '5.7.1 looks like spam'));
    if (mode === 'tempdata') return done(refusal(451, '4.3.0 try again later'));
    sink.caught.push({ from, to, raw });
    if (mode === 'cut-after') return cut(session.id);
    done();
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  server.on('error', () => {});
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    caught: [],
    mode: () => 'ok',
    delayMs: 0,
    underWay: { now: 0, most: 0 },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return sink;
}
