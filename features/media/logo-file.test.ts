import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { staffActor } from '@/db/testing';
import { saveLook } from '@/features/settings/commands';
import { ourLook, readPaper } from '@/features/settings/queries';
import { deleteMedia, findLogoFile } from './commands';
import { icoOf } from './logo-file';
import { parseLogoFile } from './rules';
import { openLibrary, refusal, type TestLibrary } from './testing';

let library: TestLibrary;
beforeAll(async () => {
  library = await openLibrary(inject('templateUrl'));
});
afterAll(() => library.close());

/** A red bar on nothing. */
const wordmark = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .composite([
      {
        input: { create: { width: width - 20, height: height - 20, channels: 4, background: '#a1241b' } },
        left: 10,
        top: 10,
      },
    ])
    .png()
    .toBuffer();

test('D19 a logo is made once in the sizes that pages, tabs and phones want', async () => {
  const { hash } = await library.upload(await wordmark(2400, 480), 'logo.png');
  const made = async (file: 'logo' | 'icon' | 'touch') => {
    const bytes = await findLogoFile(library.at.reader, hash, file);
    return sharp(bytes ?? Buffer.alloc(0)).metadata();
  };
  expect(await made('logo')).toMatchObject({ format: 'png', width: 960, height: 192, hasAlpha: true });
  expect(await made('icon')).toMatchObject({ format: 'png', width: 64, height: 64, hasAlpha: true });
  // A phone paints what is transparent black.
  expect(await made('touch')).toMatchObject({ format: 'png', width: 180, height: 180, hasAlpha: false });
  expect(await library.filesIn(`renditions/${hash}`)).toEqual(
    expect.arrayContaining(['icon.png', 'logo.png', 'touch.png']),
  );
});

test('D19 no other size of a logo can be asked for, and none of what is not there', async () => {
  for (const file of ['logo.jpg', '../logo.png', 'logo.png/', '64.png', 'LOGO.PNG'])
    expect(parseLogoFile(file)).toBeNull();
  for (const hash of ['f'.repeat(32), '../../etc/passwd', ''])
    expect(await findLogoFile(library.at.reader, hash, 'logo')).toBeNull();
});

test('D19 an icon file says what it holds', async () => {
  const png = await wordmark(64, 64);
  const ico = icoOf(png);
  expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 64, 64]);
  expect(ico.readUInt32LE(14)).toBe(png.byteLength);
  expect(ico.subarray(ico.readUInt32LE(18)).equals(png)).toBe(true);
});

test('D19 the paper’s logo cannot be thrown away under its feet', async () => {
  const { id } = await library.upload(await wordmark(500, 100), 'kept.png');
  const administrator = library.at.as(staffActor('administrator'));
  await saveLook(administrator, { ...ourLook, logoId: id });
  await expect(deleteMedia(library.editor, { mediaId: id })).rejects.toEqual(
    refusal('conflict', /paper’s logo/),
  );
  await saveLook(administrator, ourLook);
  await deleteMedia(library.editor, { mediaId: id });
  expect((await readPaper(library.at.reader)).logos.logo).toBeNull();
});
