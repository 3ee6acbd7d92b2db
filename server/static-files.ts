import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Answer, improve, makeAnswer, type RawHeaders } from './press/encode';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const immutable = 'public, max-age=31536000, immutable';
/** Without its version in the address a file is asked for anew each time; a 304 is all it costs. */
const revalidated = 'public, max-age=0, must-revalidate';

interface StaticFile {
  body: Buffer;
  extension: string;
  cacheControl: string;
  answer?: Promise<Answer>;
  /** The same file under its versioned address. */
  versioned?: Promise<Answer>;
}

export interface StaticFilesOptions {
  /** Folders and the address each stands at; `hashed` where names change with content. */
  folders: { folder: string; at: string; hashed: boolean }[];
  policy: RawHeaders;
}

/**
 * Files that ship with the product, sent from memory and compressed once. They are read at start, so that a build made
 * beside a running server takes nothing from under it; encoded fast when first asked for, and as small as they go right
 * after, off the main thread.
 */
export class StaticFiles {
  private readonly files = new Map<string, StaticFile>();
  /** Joined style sheets by address, the last used last. */
  private readonly joins = new Map<string, Promise<Answer>>();
  private readonly versions = new Map<string, string>();
  private better: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: StaticFilesOptions) {
    for (const { folder, at, hashed } of options.folders) {
      for (const name of filesIn(folder)) {
        const address = at + name.split(path.sep).map(encodeURIComponent).join('/');
        this.files.set(address, {
          body: readFileSync(path.join(folder, name)),
          extension: path.extname(name).toLowerCase(),
          cacheControl: hashed ? immutable : revalidated,
        });
      }
    }
  }

  /** An answer that is no file. */
  add(address: string, answer: Promise<Answer>): void {
    this.files.set(address, { body: Buffer.alloc(0), extension: '', cacheControl: '', answer });
  }

  /** The answer for a request target, or undefined where there is no such file. */
  find(target: string): Promise<Answer> | undefined {
    const cut = target.indexOf('?');
    const address = cut < 0 ? target : target.slice(0, cut);
    const found = this.files.get(address) ?? this.files.get(sameEncoding(address));
    if (!found) return this.findJoined(address);
    if (cut >= 0 && found.cacheControl === revalidated && target === this.addressOf(address)) {
      found.versioned ??= this.encode(found.body, found.extension, immutable);
      return found.versioned;
    }
    found.answer ??= this.encode(found.body, found.extension, found.cacheControl);
    return found.answer;
  }

  /** The address under which a file may be kept for ever: its own with the version of its content. */
  addressOf(address: string): string {
    const body = this.files.get(address)?.body;
    if (!body) return address;
    let version = this.versions.get(address);
    if (version === undefined) {
      version = createHash('sha256').update(body).digest('base64url').slice(0, 10);
      this.versions.set(address, version);
    }
    return `${address}?v=${version}`;
  }

  /**
   * One address for several style sheets of one folder, null where they are not ours. It names its parts, so that every
   * instance of the same build can answer it, whichever of them made the page.
   */
  joined(addresses: string[]): string | null {
    const folder = path.posix.dirname(addresses[0] ?? '');
    const ours = addresses.every(
      (address) => this.files.has(address) && path.posix.dirname(address) === folder,
    );
    const distinct = new Set(addresses).size === addresses.length && addresses.length <= mostJoined;
    const names = addresses.map((address) => path.posix.basename(address, '.css'));
    return ours && distinct ? `${folder}/${names.join('+')}.css` : null;
  }

  private findJoined(address: string): Promise<Answer> | undefined {
    const parts = joinedParts(address);
    if (parts === null || this.joined(parts) !== address) return undefined;
    const answer = this.joins.get(address) ?? this.join(parts);
    this.joins.delete(address);
    this.joins.set(address, answer);
    // A page needs one or two; whoever asks for every order of all parts gets them, but not our memory.
    const [oldest] = this.joins.keys();
    if (this.joins.size > mostJoins && oldest !== undefined) this.joins.delete(oldest);
    return answer;
  }

  private async join(addresses: string[]): Promise<Answer> {
    const parts = addresses.map((address) => this.files.get(address)?.body ?? Buffer.alloc(0));
    return this.encode(Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])), '.css', immutable);
  }

  private async encode(body: Buffer, extension: string, cacheControl: string): Promise<Answer> {
    const headers = [
      ...['Content-Type', types[extension] ?? 'application/octet-stream'],
      ...['Cache-Control', cacheControl],
      ...this.options.policy,
    ];
    const answer = await makeAnswer({ status: 200, headers, body });
    this.better = this.better.then(() => improve(answer)).catch(() => {});
    return answer;
  }
}

const mostJoined = 6;
const mostJoins = 20;

/** The parts that a joined address names; null for any other. */
function joinedParts(address: string): string[] | null {
  const [, folder, names] = /^(.{1,200}\/)([^/]{1,400}\+[^/]{1,400})\.css$/.exec(address) ?? [];
  if (folder === undefined || names === undefined) return null;
  return names.split('+').map((name) => `${folder}${name}.css`);
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !name.endsWith('.map') && statSync(path.join(folder, name)).isFile(),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Brackets and the like in file names are encoded by some and not by others. */
function sameEncoding(address: string): string {
  try {
    return address
      .split('/')
      .map((segment) => encodeURIComponent(decodeURIComponent(segment)))
      .join('/');
  } catch {
    return address;
  }
}
