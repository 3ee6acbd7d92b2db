import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** An icon of ours, for a paper that has none. */
export const ourIcon = async (file: 'ours.ico' | 'ours-touch.png'): Promise<Buffer<ArrayBuffer>> =>
  Buffer.from(await readFile(path.join(process.cwd(), 'app', 'icons', file)));
