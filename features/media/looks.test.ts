import { sql } from 'drizzle-orm';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { media } from '@/db/schema';
import { deleteMedia, dismissLikeness, reckonLooks } from './commands';
import { listMediaInput } from './input';
import { alikeBits, lookOf, plainLook } from './look-of-picture';
import { findMediaWithUses, listMedia } from './queries';
import { draw, openLibrary, type TestLibrary } from './testing';

let library: TestLibrary;

beforeAll(async () => {
  library = await openLibrary(inject('templateUrl'));
});
afterAll(() => library.close());

/** Ground, sky and shapes, by chance that is the same each time. */
function scenes() {
  let seed = 42;
  const chance = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const colour = () => `rgb(${chance(256)},${chance(256)},${chance(256)})`;
  const shape = () =>
    chance(2) === 0
      ? `<circle cx="${chance(900)}" cy="${chance(600)}" r="${20 + chance(140)}" fill="${colour()}"/>`
      : `<rect x="${chance(900)}" y="${chance(600)}" width="${20 + chance(300)}" height="${20 + chance(300)}" fill="${colour()}"/>`;
  return () =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="${colour()}"/><rect y="${100 + chance(300)}" width="900" height="600" fill="${colour()}"/>${Array.from({ length: 5 + chance(8) }, shape).join('')}</svg>`,
      ),
    )
      .png()
      .toBuffer();
}

const strip = Buffer.from('<svg width="900" height="40"><rect width="900" height="40"/></svg>');
const variations: Record<string, (picture: Sharp) => Sharp> = {
  'a poor JPEG': (picture) => picture.jpeg({ quality: 30 }),
  'half the size': (picture) => picture.resize(450).webp(),
  brighter: (picture) => picture.modulate({ brightness: 1.15 }),
  darker: (picture) => picture.modulate({ brightness: 0.8 }),
  grey: (picture) => picture.greyscale(),
  blurred: (picture) => picture.blur(3),
  'a little cropped': (picture) => picture.extract({ left: 9, top: 6, width: 882, height: 588 }),
  'with a strip': (picture) => picture.composite([{ input: strip, top: 560, left: 0 }]),
};

function distance(a: string, b: string): number {
  return [...a].filter((bit, at) => bit !== b[at]).length;
}

test('D16 the look of a picture outlives what is done to pictures, and tells others apart', async () => {
  const next = scenes();
  const looks: string[] = [];
  let [kept, tried] = [0, 0];
  for (let n = 0; n < 40; n++) {
    const picture = await next();
    const look = await lookOf(picture);
    looks.push(look);
    for (const vary of Object.values(variations)) {
      tried++;
      if (distance(look, await lookOf(await vary(sharp(picture)).png().toBuffer())) <= alikeBits) kept++;
    }
  }
  expect(kept / tried).toBeGreaterThan(0.97);
  const others = looks.flatMap((look, n) => looks.slice(0, n).map((other) => distance(look, other)));
  expect(others.filter((bits) => bits <= alikeBits)).toEqual([]);
  expect(await lookOf(await draw().png().toBuffer())).toBe(plainLook);
});

test('D16 a picture that looks like another is found when it comes, listed, and told apart for good', async () => {
  const next = scenes();
  const [harbour, market] = [await next(), await next()];
  const first = await library.upload(harbour, 'harbour.png');
  await library.upload(market, 'market.png');
  const second = await library.upload(
    await sharp(harbour).resize(500).jpeg().toBuffer(),
    'harbour-small.jpg',
  );
  const alikeTo = async (mediaId: number) =>
    (await findMediaWithUses(library.editor, { mediaId }))?.alike.map(({ id }) => id);
  const duplicates = async () =>
    (await listMedia(library.editor, listMediaInput.parse({ show: 'alike' }))).items.map(({ id }) => id);
  expect(await alikeTo(second.id)).toEqual([first.id]);
  expect(await alikeTo(first.id)).toEqual([second.id]);
  expect(await duplicates()).toEqual([second.id, first.id]);
  await dismissLikeness(library.editor, { mediaId: first.id, otherId: second.id });
  expect([await alikeTo(second.id), await duplicates()]).toEqual([[], []]);
  // One that is gone is nobody's double, and plain grounds never are.
  const third = await library.upload(await sharp(harbour).resize(400).png().toBuffer(), 'third.png');
  expect(await alikeTo(third.id)).toEqual([first.id, second.id]);
  await deleteMedia(library.editor, { mediaId: third.id });
  expect(await duplicates()).toEqual([]);
  const plain = await library.upload(await draw(90, 90, '#aabbcc').png().toBuffer());
  await library.upload(await draw(80, 80, '#aabbcd').png().toBuffer());
  expect(await alikeTo(plain.id)).toEqual([]);
});

test('D16 pictures of before have their looks reckoned, and among 100,000 the likes are found at once', async () => {
  await library.at.db.execute(sql`update media set look = null`);
  await library.at.db.execute(sql`delete from media_likenesses`);
  await reckonLooks(library.at.system);
  expect(await library.at.db.$count(media, sql`look is null and deleted_at is null`)).toBe(0);
  await library.at.db.execute(sql`
    insert into media (hash, kind, mime_type, bytes, width, height, filename, look)
    select md5(n::text), 'picture', 'image/jpeg', 1, 1, 1, n::text,
      (('x' || md5(n::text))::bit(128))
    from generate_series(1, 100000) n`);
  await library.at.db.execute(sql`analyze media`);
  const picture = await scenes()();
  const begun = performance.now();
  const { id } = await library.upload(await sharp(picture).resize(300).png().toBuffer(), 'again.png');
  const took = performance.now() - begun;
  expect((await findMediaWithUses(library.editor, { mediaId: id }))?.alike.length).toBeGreaterThan(0);
  // The whole upload; far above what it takes, for the machine is shared.
  expect(took).toBeLessThan(5_000);
});
