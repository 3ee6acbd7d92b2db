import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { articles, mediaUses } from '@/db/schema';
import { updateSettings } from '@/features/settings/commands';
import { updateMedia } from './commands';
import { listMediaInput, updateMediaInput } from './input';
import { countEnding, findMediaWithUses, listMedia } from './queries';
import { endOfDay, lastDay } from './rules';
import { draw, openLibrary, type TestLibrary } from './testing';

let library: TestLibrary;

beforeAll(async () => {
  library = await openLibrary(inject('templateUrl'));
  await updateSettings(library.at.system, { timeZone: 'Pacific/Auckland' });
});
afterAll(() => library.close());

let made = 0;
async function picture(words: Record<string, unknown> = {}): Promise<number> {
  const { id } = await library.upload(
    await draw(40 + ++made, 30)
      .png()
      .toBuffer(),
  );
  await updateMedia(library.editor, updateMediaInput.parse({ mediaId: id, ...words }));
  return id;
}
const shown = async (asked: Record<string, unknown>) =>
  (await listMedia(library.editor, listMediaInput.parse(asked))).items.map(({ id }) => id);
const inDays = (days: number) => lastDay(new Date(Date.now() + days * 86_400_000), 'Pacific/Auckland');

test('D16 a licence holds until the end of its last day on the paper’s calendar', async () => {
  expect(endOfDay('2026-03-01', 'Pacific/Auckland').toISOString()).toBe('2026-03-01T11:00:00.000Z');
  expect(endOfDay('2026-03-01', 'Pacific/Kiritimati').toISOString()).toBe('2026-03-01T10:00:00.000Z');
  // The night in which clocks go forward at midnight.
  expect(lastDay(endOfDay('2026-09-05', 'America/Santiago'), 'America/Santiago')).toBe('2026-09-05');
  const id = await picture({ licenceKind: 'agency', licenceExpiresOn: '2026-03-01' });
  const { item } = (await findMediaWithUses(library.editor, { mediaId: id })) ?? {};
  expect(item).toMatchObject({
    licenceKind: 'agency',
    licenceExpiresAt: new Date('2026-03-01T11:00:00Z'),
    expiresOn: '2026-03-01',
    licenceState: 'expired',
    uses: 0,
  });
  // Words that are changed leave it alone; an empty day takes it away.
  await updateMedia(library.editor, updateMediaInput.parse({ mediaId: id, alt: 'A quay' }));
  expect((await findMediaWithUses(library.editor, { mediaId: id }))?.item.expiresOn).toBe('2026-03-01');
  await updateMedia(library.editor, updateMediaInput.parse({ mediaId: id, licenceExpiresOn: '' }));
  expect((await findMediaWithUses(library.editor, { mediaId: id }))?.item.licenceState).toBeNull();
  for (const bad of ['tomorrow', '2026-02-30', '30.11.2026'])
    expect(updateMediaInput.safeParse({ mediaId: id, licenceExpiresOn: bad }).success).toBe(false);
});

test('D16 what ends within thirty days and what has ended are listed by their day, with where they are used', async () => {
  const late = await picture({ licenceExpiresOn: inDays(20) });
  const soon = await picture({ licenceExpiresOn: inDays(2) });
  const over = await picture({ licenceExpiresOn: inDays(-2) });
  const longOver = await picture({ licenceExpiresOn: '2020-01-01' });
  await picture({ licenceExpiresOn: inDays(40) });
  await picture();
  const [article] = await library.at.db.insert(articles).values({}).returning();
  await library.at.db.insert(mediaUses).values({ mediaId: over, articleId: article?.id ?? 0 });
  expect(await shown({ show: 'expiring' })).toEqual([soon, late]);
  expect(await shown({ show: 'expired' })).toEqual([longOver, over]);
  expect(await countEnding(library.editor)).toEqual({ expired: 2, expiring: 2 });
  const { items } = await listMedia(library.editor, listMediaInput.parse({ show: 'expired' }));
  expect(items.map(({ uses, licenceState }) => [uses, licenceState])).toEqual([
    [0, 'expired'],
    [1, 'expired'],
  ]);
});

test('D16 the library is narrowed by kind, licence, use and missing words, together and with a search', async () => {
  const id = await picture({ licenceKind: 'public_domain', alt: 'Engraving of a harbour' });
  const used = await picture({ licenceKind: 'public_domain' });
  const [article] = await library.at.db.insert(articles).values({}).returning();
  await library.at.db.insert(mediaUses).values({ mediaId: used, articleId: article?.id ?? 0 });
  expect(await shown({ licence: 'public_domain' })).toEqual([used, id]);
  expect(await shown({ licence: 'public_domain', show: 'unused' })).toEqual([id]);
  expect(await shown({ licence: 'public_domain', show: 'undescribed' })).toEqual([used]);
  expect(await shown({ kind: 'picture', search: 'engraving' })).toEqual([id]);
  expect(await shown({ kind: 'video', search: 'engraving' })).toEqual([]);
  // Nonsense in the address narrows nothing.
  expect(await shown({ kind: ['x'], licence: 'stolen', show: 'constructor', before: 'x' })).toContain(used);
});
