import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { Ctx } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { users } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { env } from '@/lib/env';
import { type UploadedPicture, uploadPicture } from './commands';

/** A library of one's own, on disk and in the database, and an editor who works in it. */
export interface TestLibrary {
  at: TestDatabase;
  editor: Ctx;
  /** The folder that holds `media/`. */
  root: string;
  upload(bytes: Uint8Array, filename?: string): Promise<UploadedPicture>;
  filesIn(folder: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function openLibrary(templateUrl: string): Promise<TestLibrary> {
  const root = await mkdtemp(path.join(tmpdir(), 'broadsheet-media-'));
  env().dataDir = root;
  const at = await cloneDatabase(templateUrl);
  const [person] = await at.db
    .insert(users)
    .values({ email: 'e@example.test', name: 'Ed', role: 'editor' })
    .returning();
  const editor = at.as(staffActor('editor', { id: person?.id ?? 0 }));
  return {
    at,
    editor,
    root,
    upload: (bytes, filename = 'a.jpg') => uploadPicture(editor, { bytes, filename }),
    filesIn: (folder) => readdir(path.join(root, 'media', folder)).catch(() => []),
    async close() {
      await closeQueue();
      await at.close();
      await rm(root, { recursive: true });
    },
  };
}

export const draw = (width = 900, height = 600, colour = '#336699') =>
  sharp({ create: { width, height, channels: 3, background: colour } });

export const refusal = (code: string, sentence: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(sentence) });
