import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/env';

/** Mail is kept here, newest last by name, when no relay is set. */
const folder = () => path.join(env().dataDir, 'mailbox');

/** Only these names are ever read, whatever an address asks for. */
const namePattern = /^\d{13}-[0-9a-f]{12}$/;

export interface KeptMail {
  id: string;
  keptAt: Date;
  bytes: number;
}

/** Keeps a mail as an `.eml` file, whole or not at all: written beside, then renamed. Returns its id. */
export async function keepMail(raw: Buffer): Promise<string> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const id = `${String(Date.now()).padStart(13, '0')}-${randomBytes(6).toString('hex')}`;
  const file = path.join(folder(), `${id}.eml`);
  const handle = await open(`${file}.part`, 'wx', 0o600);
  try {
    await handle.writeFile(raw);
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
  return id;
}

/** The newest mails in the mailbox, at most `limit`, those before `before` (an id) if given. */
export async function listMailbox({
  limit = 50,
  before,
}: {
  limit?: number;
  before?: string;
} = {}): Promise<KeptMail[]> {
  const ids = (await namesIn(folder()))
    .map((name) => name.replace(/\.eml$/, ''))
    .filter((id) => namePattern.test(id) && (!before || id < before))
    .sort((a, b) => b.localeCompare(a))
    .slice(0, limit);
  return Promise.all(
    ids.map(async (id) => ({
      id,
      keptAt: new Date(Number(id.slice(0, 13))),
      bytes: (await stat(path.join(folder(), `${id}.eml`))).size,
    })),
  );
}

/** One mail as it would have gone over the wire; null when there is none of that name. */
export async function readMailbox(id: string): Promise<Buffer | null> {
  if (!namePattern.test(id)) return null;
  try {
    return await readFile(path.join(folder(), `${id}.eml`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
