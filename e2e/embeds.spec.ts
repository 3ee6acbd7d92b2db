import { expectNoBarriers } from './support/barriers';
import { overflow } from './support/overflow';
import { publish } from './support/stories';
import { expect, test } from './support/test';

const embeds = {
  YouTube: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  Vimeo: 'https://vimeo.com/76979871',
  X: 'https://x.com/paper/status/1234567890123456789',
  Bluesky: 'https://bsky.app/profile/paper.example/post/3kabcdefgh2x',
  Mastodon: 'https://mastodon.social/@paper/112233445566778899',
  Instagram: 'https://www.instagram.com/p/Cabc_DEF-12/',
  SoundCloud: 'https://soundcloud.com/paper/the-news',
  Datawrapper: 'https://datawrapper.dwcdn.net/aB3dE/2/',
};

test('R19 an embed asks nobody before it is asked, then loads in its place, and is a link without scripts', async ({
  page,
  plainPage,
  newsroom,
  baseURL,
}) => {
  const { path } = await publish(newsroom, {
    body: Object.entries(embeds).map(([name, url]) => ({
      type: 'embed',
      attrs: { url, caption: `From ${name}` },
    })),
  });
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`)) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) refused.push(message.text());
  });
  await page.route(/^https:/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>theirs</title><button>Play</button>' }),
  );
  for (const width of [320, 820]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  await page.mouse.wheel(0, 20_000);
  await page.waitForTimeout(300);
  expect(foreign).toEqual([]);
  await expectNoBarriers(page);

  for (const [n, name] of Object.keys(embeds).entries()) {
    const card = page.locator('.embed').nth(n);
    await expect(card).toContainText(`If you show it, ${name} learns`);
    const height = () => card.evaluate((at) => at.getBoundingClientRect().height);
    const before = await height();
    await card.getByRole('button', { name: 'Show it here' }).press('Enter');
    const frame = card.locator('iframe');
    await expect(frame).toHaveAttribute('title', `${name}: From ${name}`);
    await expect(frame).toBeFocused();
    await expect(frame).toHaveAttribute('sandbox', /allow-scripts/);
    await expect(frame).not.toHaveAttribute('sandbox', /top-navigation/);
    await expect(frame.contentFrame().getByRole('button', { name: 'Play' })).toBeVisible();
    expect(await height()).toBe(before);
  }
  expect(refused).toEqual([]);
  expect(new Set(foreign.map((url) => new URL(url).host))).toEqual(
    new Set([
      'www.youtube-nocookie.com',
      'player.vimeo.com',
      'platform.twitter.com',
      'embed.bsky.app',
      'mastodon.social',
      'www.instagram.com',
      'w.soundcloud.com',
      'datawrapper.dwcdn.net',
    ]),
  );

  await plainPage.goto(path);
  for (const [name, url] of Object.entries(embeds)) {
    const link = plainPage.getByRole('link', { name: new RegExp(`^${name}: `) });
    await expect(link).toHaveAttribute('href', url);
    await expect(link).toBeVisible();
  }
  await expect(plainPage.locator('.embed-box').first()).toBeHidden();
});

test('R19 A5 a page may frame only what its own embeds come from, its preview too', async ({
  request,
  newsroom,
  signedIn,
}) => {
  const policyOf = async (path: string) => (await request.get(path)).headers()['content-security-policy'];
  const plain = await publish(newsroom, {});
  expect(await policyOf(plain.path)).not.toContain('frame-src');
  const film = await publish(newsroom, { body: [{ type: 'embed', attrs: { url: embeds.Vimeo } }] });
  expect(await policyOf(film.path)).toMatch(/; frame-src https:\/\/player\.vimeo\.com$/);
  const { page } = await signedIn('editor');
  const preview = await page.goto(`/admin/articles/${film.id}/preview/page`);
  expect(preview?.headers()['content-security-policy']).toContain('frame-src https://player.vimeo.com');
});
