import net from 'node:net';

/** A line to a database that can be cut, and go silent, while the server behind it runs on. */
export interface DatabaseLine {
  url: string;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  /** Takes what is sent and passes nothing on, either way. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function databaseLine(url: string): Promise<DatabaseLine> {
  const target = new URL(url);
  const sockets = new Set<net.Socket>();
  let state: 'open' | 'cut' | 'silent' = 'open';
  const server = net.createServer((client) => {
    if (state === 'cut') {
      client.destroy();
      return;
    }
    const onward = net.connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [client, onward],
      [onward, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => state === 'open' && to.write(data));
      from.on('error', () => from.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  const { port } = server.address() as net.AddressInfo;
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href,
    cut: () => {
      state = 'cut';
      hangUp();
    },
    silence: () => {
      state = 'silent';
    },
    mend: () => {
      if (state === 'silent') hangUp();
      state = 'open';
    },
    close: () => {
      hangUp();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
