import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from './start-app';

const root = path.resolve(import.meta.dirname, '../..');
/** On a busy machine it takes a while until the process can answer. */
const startTimeoutMs = 60_000;

export interface SecondWeb {
  url: string;
  /** `kill -9`: it says goodbye to nobody. */
  kill(): Promise<void>;
}

/** Another web process on the database and data folder of this run's app, as a second machine behind a balancer would be. */
export async function startSecondWeb(): Promise<SecondWeb> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { E2E_DATABASE_URL: database, E2E_DATA_DIR: dataDir, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: {
      ...inherited,
      NODE_ENV: 'production',
      BROADSHEET_EMBEDDED: '1',
      DATABASE_URL: database,
      DATA_DIR: dataDir,
      PORT: String(port),
      SITE_URL: url,
      WORKER: 'off',
      LOG_LEVEL: 'warn',
    },
    // When the channel closes, the runner was killed, and the process ends by itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`The second web did not start. It said:\n${said}`));
    const timer = setTimeout(() => void kill().then(fail), startTimeoutMs);
    child.once('message', resolve);
    child.once('exit', fail);
    child.once('message', () => clearTimeout(timer));
    child.once('exit', () => clearTimeout(timer));
  });
  return { url, kill };
}
