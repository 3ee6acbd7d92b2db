import { statSync } from 'node:fs';
import path from 'node:path';
import { isRefusal } from '@/lib/errors';

/** Errors whose message was written for a person. */
const sentences = new Set(['Trouble', 'PortTaken', 'WrongUsage']);

/**
 * What to tell whoever started us: a sentence for what they can mend, the whole error for what is our mistake.
 * System errors are named in errno(3).
 */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'EnvError') return `The settings are wrong:\n${error.message}`;
  if (sentences.has(error.name) || isRefusal(error)) return error.message;
  const { code, path: file } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return `There is no room left on the disk. Make room and start again.${at(file)}`;
  if (code === 'EROFS')
    return `The disk is read-only.${at(file)} Set DATA_DIR to a folder that can be written.`;
  if ((code === 'EACCES' || code === 'EPERM') && file) return mayNot(file);
  if (code === 'ECONNREFUSED' || code === 'CONNECT_TIMEOUT' || code === 'ENOTFOUND')
    return `The database cannot be reached: ${error.message}. Check DATABASE_URL.`;
  if (code === '28P01' || code === '28000' || code === '3D000')
    return `The database refuses us: ${error.message}. Check DATABASE_URL.`;
  return error.stack ?? error.message;
}

const at = (file: string | undefined) => (file ? ` (${file})` : '');

function mayNot(file: string): string {
  const owner = ownerOf(file);
  const me = process.getuid?.();
  const whose = owner === null || me === undefined ? '' : ` It belongs to uid ${owner}, this is uid ${me}.`;
  return `This user may not use ${file}.${whose} Run as its owner, or give it over: sudo chown -R $(id -u) "${path.dirname(file)}"`;
}

/** The owner of a file, or of the nearest folder above it that can be looked at. */
function ownerOf(file: string): number | null {
  try {
    return statSync(file).uid;
  } catch {
    const above = path.dirname(file);
    return above === file ? null : ownerOf(above);
  }
}
