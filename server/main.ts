import { createServer } from 'node:http';
import { env } from '@/lib/env';
import { openPressNotes, withPressNotes } from '@/lib/press-notes';
import { listen, PortTaken, stopListening } from './listen';
import { prepareNext } from './next-app';
import { sendAsNoted } from './press/status';

const dev = process.argv.includes('--dev') || process.env.NODE_ENV === 'development';
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' });
process.env.BROADSHEET_PROCESS ??= 'web';

async function start(): Promise<void> {
  const { HOST: host, PORT: port, siteUrl } = env();
  const server = createServer();
  const next = await prepareNext({ dev, host, port, server });
  server.on('request', (req, res) => {
    const notes = openPressNotes();
    sendAsNoted(res, notes);
    withPressNotes(notes, () => next.render(req, res));
  });
  await listen(server, host, port);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await stopListening(server, 8_000);
    process.exit(0);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  console.info(`Broadsheet is ready on ${siteUrl}`);
  process.send?.({ ready: siteUrl });
}

start().catch((error: unknown) => {
  console.error(error instanceof PortTaken ? error.message : error);
  process.exit(1);
});
