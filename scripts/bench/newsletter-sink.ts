import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** An SMTP server in a process of its own, so that its work is not the sender's. Says its address, then counts on demand. */
let mails = 0;
const recipients = new Set<string>();

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(stream, session, done) {
    stream.resume();
    stream.on('end', () => {
      mails++;
      for (const { address } of session.envelope.rcptTo) recipients.add(address);
      done();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () =>
  process.send?.(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`),
);
process.on('message', () => {
  process.send?.({ mails, different: recipients.size });
  mails = 0;
  recipients.clear();
});
process.on('disconnect', () => process.exit(0));
