import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { media } from '@/db/schema';
import { expect, test } from '../support/test';
import { listenForTrouble } from '../support/writing';

const folder = path.resolve(import.meta.dirname, '../../../shared/testdata/images');
const of = (name: string) => path.join(folder, name);

/** What each file is for (INDEX.md): taken, with the size it has when it stands upright, or refused with words. */
const outcomes: Record<string, [width: number, height: number] | RegExp> = {
  '4.webp': [1024, 772],
  'Channel_digital_image_CMYK_color_no_profile.jpg': [500, 333],
  'Landscape_0.jpg': [1800, 1200],
  'Landscape_6.jpg': [1800, 1200],
  'Portrait_3.jpg': [1200, 1800],
  'SVG_XSS1.svg': /not a picture that can be shown/,
  'animated-loop-3.gif': [370, 285],
  'bomb-12000x12000.png': /144 megapixels; at most 80 fit/,
  'gps.heic': /uses a coding that cannot be opened here. Save it as JPEG/,
  'gps.jpg': [480, 640],
  'html-as-png.png': /not a picture that can be shown/,
  'svg-onload.svg': /not a picture that can be shown/,
};

/** Ninety by sixty dots, for telling whether two pictures show the same thing the same way round. */
const dots = (file: string | Buffer) =>
  sharp(file).resize(90, 60, { fit: 'fill' }).removeAlpha().toColourspace('srgb').raw().toBuffer();
const meanDifference = (a: Buffer, b: Buffer) =>
  a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;

test('D16 every picture of the hostile and the common kind behaves: upright, in its colours, without a trace, or refused', async ({
  signedIn,
  newsroom,
  request,
}) => {
  const names = readdirSync(folder).sort();
  expect(names).toEqual(Object.keys(outcomes).sort());
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  await page.goto('/admin/media');
  for (const name of names) {
    const outcome = outcomes[name] ?? /no such case/;
    await page.getByLabel(/to upload/).setInputFiles(of(name));
    if (outcome instanceof RegExp) {
      await expect(page.getByText(`${name}: `)).toHaveText(outcome);
      await page.getByRole('button', { name: `Dismiss: ${name}` }).click();
      continue;
    }
    await expect.poll(() => newsroom.db.$count(media, eq(media.filename, name)), { timeout: 30_000 }).toBe(1);
    const [row] = await newsroom.db.select().from(media).where(eq(media.filename, name));
    expect([row?.filename, row?.width, row?.height]).toEqual([name, ...outcome]);
    for (const format of ['avif', 'webp', 'jpeg']) {
      const served = await request.get(`/media/${row?.hash}/320.${format}`);
      expect([name, format, served.status()]).toEqual([name, format, 200]);
      const bytes = await served.body();
      const meta = await sharp(bytes).metadata();
      expect([meta.width, meta.space, meta.pages ?? 1]).toEqual([320, 'srgb', 1]);
      const upright = await sharp(of(name), { pages: 1 }).autoOrient().toColourspace('srgb').png().toBuffer();
      expect(meanDifference(await dots(bytes), await dots(upright)), `${name} ${format}`).toBeLessThan(6);
      for (const trace of ['GPS', 'Exif.Photo', 'SerialNumber', '<script', 'svg'])
        expect([name, bytes.includes(trace)]).toEqual([name, false]);
    }
    // The artist is in the file, her position no longer.
    if (name === 'gps.jpg') expect(row?.credit).toBe('Jane Source');
  }
  expect(trouble).toEqual([]);
  // Taken by the way they were held: what one camera wrote upright and another lying down is one picture.
  expect(
    meanDifference(
      await dots(readFileSync(of('Landscape_0.jpg'))),
      await dots(await sharp(of('Landscape_6.jpg')).autoOrient().toBuffer()),
    ),
  ).toBeLessThan(6);
});
