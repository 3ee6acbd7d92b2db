import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { media, settings } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { saveLook } from './commands';
import { lookShape, noLogos, ourLook } from './look';
import { readPaper } from './queries';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});
beforeEach(async () => {
  await at.db.execute(sql`truncate settings, media, cache_events cascade`);
});

const administrator = () => at.as(staffActor('administrator'));

async function picture(more: Partial<typeof media.$inferInsert> = {}): Promise<number> {
  const hash = Math.random().toString(16).slice(2).padEnd(32, '0');
  const row = { hash, kind: 'picture', mimeType: 'image/png', bytes: 9, filename: 'logo.png' } as const;
  const [made] = await at.db
    .insert(media)
    .values({ ...row, width: 600, height: 120, ...more })
    .returning();
  return made?.id ?? 0;
}

test('D19 a look is kept, expires every page and brings its pictures along in the same read', async () => {
  const [logoId, darkLogoId] = [await picture(), await picture({ width: 300 })];
  const look = lookShape.parse({
    accentLight: '#0057B8',
    nameInAccent: 'on',
    logoId,
    darkLogoId,
    iconId: '',
  });
  await saveLook(administrator(), look);
  const { settings: kept, logos } = await readPaper(at.reader);
  expect(kept.look).toEqual({ ...ourLook, accentLight: '#0057b8', nameInAccent: true, logoId, darkLogoId });
  expect(logos).toEqual({
    logo: { mediaId: logoId, hash: expect.any(String), width: 600, height: 120 },
    darkLogo: { mediaId: darkLogoId, hash: expect.any(String), width: 300, height: 120 },
    icon: null,
  });
  expect(await at.db.execute(sql`select tags from cache_events`)).toMatchObject([{ tags: ['settings'] }]);
  expect(await at.db.execute(sql`select verb from audit order by id desc limit 1`)).toEqual([
    { verb: 'update-settings' },
  ]);
});

test('D19 taking the logo out brings the name back', async () => {
  const logoId = await picture();
  await saveLook(administrator(), { ...ourLook, logoId });
  await saveLook(administrator(), lookShape.parse({ logoId: '' }));
  expect(await readPaper(at.reader)).toMatchObject({ settings: { look: ourLook }, logos: noLogos });
});

test('D19 only a picture that is in the library can stand for the paper, and a dark one only beside a light one', async () => {
  const gone = await picture({ deletedAt: new Date() });
  const paper = await picture({ kind: 'document', mimeType: 'application/pdf' });
  for (const id of [gone, paper, 999_999_999])
    await expect(saveLook(administrator(), { ...ourLook, logoId: id, iconId: id })).rejects.toMatchObject({
      code: 'invalid',
      fields: {
        logoId: expect.stringContaining('no longer in the library'),
        iconId: expect.stringContaining('no longer in the library'),
      },
    });
  await expect(saveLook(administrator(), { ...ourLook, darkLogoId: await picture() })).rejects.toMatchObject({
    fields: { logoId: expect.stringContaining('needs one for the light') },
  });
  expect(await at.db.$count(settings)).toBe(0);
});

test('D19 a logo that is no longer in the library is not shown, and neither is what was never a look', async () => {
  const logoId = await picture();
  await saveLook(administrator(), { ...ourLook, logoId });
  await at.db.update(media).set({ deletedAt: new Date() });
  expect((await readPaper(at.reader)).logos).toEqual(noLogos);
  for (const value of [7, { logoId: 'x' }, { accentLight: 'red;}</style><script>' }, { logoId: 1e300 }, null])
    expect(
      await at.db
        .update(settings)
        .set({ value: sql`${JSON.stringify(value)}::jsonb` })
        .then(() => readPaper(at.reader)),
    ).toMatchObject({ settings: { look: ourLook }, logos: noLogos });
});

test.each([
  ['#fff', /cannot be read on the light paper.*nearest that passes is #[0-9a-f]{6}\./],
  ['#e0a000', /needs 4\.5/],
  ['red;}</style><script>alert(1)</script>', /Write a colour/],
  ['url(https://evil.example)', /Write a colour/],
  ['x'.repeat(100_000), /Write a colour/],
  [['#a1241b', '#a1241b'], /Choose a colour/],
  [{ toString: '#a1241b' }, /Choose a colour/],
])('D19 the accent %j is refused with a sentence for its field', (sent, sentence) => {
  const parsed = lookShape.safeParse({ accentLight: sent });
  expect(parsed.error?.issues).toMatchObject([
    { path: ['accentLight'], message: expect.stringMatching(sentence) },
  ]);
});
