import type { IncomingMessage, Server, ServerResponse } from 'node:http';

export type Render = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export interface NextApp {
  render: Render;
  close(): Promise<void>;
}

/**
 * Loads Next and makes it ready to render. In development its hot reload needs `server` for a web socket; in production
 * it gets a server that never upgrades, so that nobody can open a socket through it.
 */
export async function prepareNext(options: {
  dev: boolean;
  host: string;
  port: number;
  server: Server;
}): Promise<NextApp> {
  const { dev, host, port, server } = options;
  const { default: next } = await import('next');
  const { Server: Unheard } = await import('node:http');
  const app = next({
    dev,
    dir: process.cwd(),
    hostname: host,
    port,
    httpServer: dev ? server : new Unheard(),
  });
  await app.prepare();
  const render = app.getRequestHandler();
  return { render: (req, res) => render(req, res), close: () => app.close() };
}
