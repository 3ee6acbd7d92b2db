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
    throw await portTaken(host, port, error);
  }
}

/** Whether a port can be listened on just now: asked first, so that nothing slow is begun in vain. */
export async function isFree(host: string, port: number): Promise<boolean> {
  return (await tryPort(host, port)) !== null;
}

export async function portTaken(host: string, port: number, cause?: unknown): Promise<PortTaken> {
  const free = await freePortAfter(host, port);
  return new PortTaken(
    `Port ${port} on ${host} is taken by another program. Stop it, or start on another port: PORT=${free} npm start`,
    { cause },
  );
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
    const free = await tryPort(host, candidate);
    if (free !== null) return free;
  }
  return port + 1;
}

/** Listens on a port for a moment; null when it is taken. */
async function tryPort(host: string, port: number): Promise<number | null> {
  const probe = net.createServer();
  try {
    await listening(probe, host, port);
    const address = probe.address();
    return typeof address === 'object' && address ? address.port : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
    throw error;
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}

/**
 * Stops without cutting anybody off: no new connection, idle ones closed, answers under way finished; whatever still
 * runs after `graceMs` is cut.
 */
export function stopListening(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection that answers now is idle a moment later; nothing else closes it.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}
