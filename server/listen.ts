import type { Server } from 'node:http';
import net from 'node:net';

/** Thrown when the port is taken; its message says so and names one that is free. */
export class PortTaken extends Error {
  override name = 'PortTaken';
}

/** Listens, or throws PortTaken with a sentence for whoever started the server. */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    await listening(server, host, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const free = await freePortAfter(host, port);
    throw new PortTaken(
      `Port ${port} on ${host} is taken by another program. Stop it, or start on another port: PORT=${free} npm start`,
      { cause: error },
    );
  }
}

function listening(server: net.Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** The next port that can be listened on: one of the twenty that follow, else whichever the system gives. */
async function freePortAfter(host: string, port: number): Promise<number> {
  const following = Array.from({ length: 20 }, (_, i) => port + 1 + i).filter(
    (candidate) => candidate < 65536,
  );
  for (const candidate of [...following, 0]) {
    const probe = net.createServer();
    try {
      await listening(probe, host, candidate);
      const address = probe.address();
      if (typeof address === 'object' && address) return address.port;
    } catch {
      // Taken as well: look further.
    } finally {
      await new Promise((resolve) => probe.close(resolve));
    }
  }
  return port + 1;
}

/**
 * Stops without cutting anybody off: no new connection, idle ones closed, answers under way finished; whatever still
 * runs after `graceMs` is cut.
 */
export function stopListening(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
