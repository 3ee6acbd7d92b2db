import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoBarriers } from './support/barriers';
import { type FullDesk, fillDesk } from './support/full-desk';
import { overflow } from './support/overflow';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

/** Every page of the desk by the folder of its page.tsx, and where it shows something. A new page needs a line here. */
const addresses: Record<string, (at: FullDesk) => string[]> = {
  '/admin': () => ['/admin'],
  '/admin/[...nowhere]': () => ['/admin/nowhere', '/admin/articles/987654321'],
  '/admin/account': () => ['/admin/account'],
  '/admin/articles': () => ['/admin/articles', '/admin/articles?text=nothingatall'],
  '/admin/articles/[articleId]': ({ storyId, draftId }) => [
    `/admin/articles/${storyId}`,
    `/admin/articles/${draftId}`,
  ],
  '/admin/articles/[articleId]/as-seen': ({ storyId, seenAt }) => [
    `/admin/articles/${storyId}/as-seen?at=${seenAt}`,
  ],
  '/admin/articles/[articleId]/history': ({ storyId, draftId }) => [
    `/admin/articles/${storyId}/history`,
    `/admin/articles/${draftId}/history`,
  ],
  '/admin/articles/[articleId]/preview': ({ draftId }) => [`/admin/articles/${draftId}/preview`],
  '/admin/articles/new': () => ['/admin/articles/new'],
  '/admin/authors': () => ['/admin/authors'],
  '/admin/authors/[id]': ({ authorId }) => [`/admin/authors/${authorId}`],
  '/admin/authors/new': () => ['/admin/authors/new'],
  '/admin/board': () => ['/admin/board'],
  '/admin/calendar': () => ['/admin/calendar', '/admin/calendar?view=week'],
  '/admin/comments': () => ['/admin/comments', '/admin/comments?state=approved'],
  '/admin/comments/words': () => ['/admin/comments/words'],
  '/admin/front': () => ['/admin/front'],
  '/admin/front/[sectionId]': ({ sectionId }) => [`/admin/front/${sectionId}`],
  // Looked at part by part in look.spec.
  '/admin/kit': () => [],
  '/admin/mailbox': () => ['/admin/mailbox'],
  '/admin/mailbox/[id]': ({ mailId }) => [`/admin/mailbox/${mailId}`],
  '/admin/media': () => ['/admin/media'],
  '/admin/newsletter': () => ['/admin/newsletter'],
  '/admin/newsletter/[id]': ({ issueId }) => [`/admin/newsletter/${issueId}`],
  '/admin/newsletter/lists': () => ['/admin/newsletter/lists'],
  '/admin/newsletter/subscribers': () => ['/admin/newsletter/subscribers'],
  '/admin/notices': () => ['/admin/notices'],
  '/admin/pages': () => ['/admin/pages'],
  '/admin/schedule': () => ['/admin/schedule'],
  '/admin/sections': () => ['/admin/sections'],
  '/admin/sections/[id]': ({ sectionId }) => [`/admin/sections/${sectionId}`],
  '/admin/series': () => ['/admin/series'],
  '/admin/series/[id]': ({ seriesId }) => [`/admin/series/${seriesId}`],
  '/admin/settings': () => ['/admin/settings'],
  '/admin/settings/check': () => ['/admin/settings/check'],
  '/admin/settings/comments': () => ['/admin/settings/comments'],
  '/admin/settings/look': () => ['/admin/settings/look'],
  '/admin/settings/menus': () => ['/admin/settings/menus'],
  '/admin/settings/mail': () => ['/admin/settings/mail'],
  '/admin/settings/newsletter': () => ['/admin/settings/newsletter'],
  '/admin/settings/redirects': () => ['/admin/settings/redirects'],
  '/admin/settings/redirects/edit': ({ redirect }) => [
    `/admin/settings/redirects/edit?from=${encodeURIComponent(redirect)}`,
  ],
  '/admin/tags': () => ['/admin/tags'],
  '/admin/tags/[id]': ({ tagId }) => [`/admin/tags/${tagId}`],
  '/admin/trash': () => ['/admin/trash'],
  '/admin/trash/files': () => ['/admin/trash/files'],
  '/admin/trash/shelves': () => ['/admin/trash/shelves'],
  '/admin/users': () => ['/admin/users'],
  '/admin/users/[id]': ({ userId }) => [`/admin/users/${userId}`],
  '/admin/users/invite': () => ['/admin/users/invite'],
};

/** Those before the door, which nobody sees who is signed in. */
const doors: Record<string, (at: FullDesk) => string[]> = {
  '/admin/invitation/[token]': ({ invitation }) => [
    `/admin/invitation/${invitation}`,
    '/admin/invitation/old',
  ],
  '/admin/login': () => ['/admin/login'],
  '/admin/reset': () => ['/admin/reset'],
  '/admin/reset/[token]': ({ reset }) => [`/admin/reset/${reset}`, '/admin/reset/old'],
  // The form itself is walked where a paper is set up (sign-in.spec).
  '/admin/setup': () => ['/admin/setup'],
  '/admin/setup/[token]': () => ['/admin/setup/old'],
};

const root = path.resolve(import.meta.dirname, '../app');

/** The folders below app/admin that hold a page, as addresses are spelled. */
const pagesThereAre = readdirSync(path.join(root, 'admin'), { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) =>
    ['/admin', ...path.dirname(file).split(path.sep)]
      .filter((part) => part !== '.' && !/^\(.*\)$/.test(part))
      .join('/'),
  );

test('D17 every page of the desk has an address at which it is looked at', () => {
  expect(Object.keys({ ...addresses, ...doors }).sort()).toEqual(pagesThereAre.sort());
});

test('D17 R14 axe finds no fault in any page of the desk, in either theme, and none is wider than the least window', async ({
  signedIn,
  newsroom,
  page: outside,
}) => {
  test.slow();
  const { page, person } = await signedIn('administrator');
  const full = await fillDesk(newsroom, person);
  const inside = Object.values(addresses).flatMap((of) => of(full));
  const half = Math.ceil(inside.length / 2);
  // Side by side, for axe thinks longer than the pages take.
  await Promise.all([
    lookAtAll(page, inside.slice(0, half)),
    lookAtAll(await page.context().newPage(), inside.slice(half)),
    lookAtAll(
      outside,
      Object.values(doors).flatMap((of) => of(full)),
    ),
  ]);
});

test('D17 R14 axe finds no fault in what opens on the pages of the desk, in either theme', async ({
  signedIn,
  newsroom,
}) => {
  test.slow();
  const { page, person } = await signedIn('administrator');
  const full = await fillDesk(newsroom, person);
  for (const [address, states] of Object.entries(opened)) {
    await page.goto(address.replace('STORY', `${full.storyId}`).replace('DRAFT', `${full.draftId}`));
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    for (const [name, open] of Object.entries(states))
      await test.step(name, async () => {
        await open(page);
        await expectNoBarriersInEither(page);
        await textOf(page, '200%');
        expect(await overflow(page), 'text of 200%').toBeLessThanOrEqual(0);
        await textOf(page, '100%');
        await page.keyboard.press('Escape');
      });
  }
});

const press = (page: Page, name: string, role: 'button' | 'menuitem' = 'button') =>
  page.getByRole(role, { name, exact: true }).first().click();

/** What opens where, one after the other on a page that stays; Escape closes each. */
const opened: Record<string, Record<string, (page: Page) => Promise<void>>> = {
  '/admin/articles/STORY': {
    menu: async (page) => {
      await new Writing(page).ready();
      await press(page, 'More');
      await expect(page.getByRole('menu')).toBeVisible();
    },
    publish: async (page) => {
      await page.keyboard.press('Control+Shift+Enter');
      await expect(page.getByRole('dialog', { name: 'Update the live story' })).toBeVisible();
    },
    find: async (page) => {
      await page.keyboard.press('Control+f');
      await page.getByLabel('Find', { exact: true }).fill('claim');
    },
    'slash menu': async (page) => {
      await new Writing(page).typeAtEnd('');
      await page.keyboard.press('Enter');
      await page.keyboard.type('/');
      await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    },
    link: async (page) => {
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible();
    },
    share: async (page) => {
      await page.keyboard.press('Control+Shift+l');
      await expect(page.getByLabel('Whom it is for')).toBeFocused();
    },
    correction: async (page) => {
      await page.locator('.story-text p').first().click({ clickCount: 3 });
      await page.keyboard.press('Control+Shift+k');
      await expect(page.getByLabel('What was wrong, and what is right')).toBeFocused();
    },
    notes: async (page) => {
      await page.keyboard.press('Control+;');
      await expect(page.getByLabel('Write a note to the desk')).toBeVisible();
    },
    library: async (page) => {
      await page.keyboard.press('Control+.');
      await press(page, 'Choose');
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    },
  },
  '/admin/articles/DRAFT': {
    schedule: async (page) => {
      await new Writing(page).ready();
      await page.keyboard.press('Control+Shift+Enter');
      await page.getByLabel('At a time').check();
      await press(page, 'Set an embargo');
      await expect(page.getByLabel(/^Day and time in/)).toHaveCount(2);
    },
  },
  '/admin/articles': {
    keys: async (page) => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    },
    palette: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('st');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
    'who is signed in': async (page) => {
      await page.getByRole('button', { name: /administrator/i }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    'several chosen': async (page) => {
      await expect(page.getByRole('menu')).toHaveCount(0);
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await expect(page.getByRole('region', { name: 'Chosen stories' })).toBeVisible();
    },
  },
  '/admin/media': {
    details: async (page) => {
      await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  '/admin/front': {
    bar: async (page) => {
      await press(page, 'Raise the breaking bar');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  '/admin/trash': {
    navigation: async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await press(page, 'Menu');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
};

async function lookAtAll(page: Page, all: string[]): Promise<void> {
  for (const address of all) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first(), address).toBeAttached();
    for (const { width, text } of windows) {
      await page.setViewportSize({ width, height: 720 });
      await textOf(page, text);
      expect(await overflow(page), `${address} at ${width} pixels, text of ${text}`).toBeLessThanOrEqual(0);
    }
    await test.step(address, () => expectNoBarriersInEither(page));
  }
}

/** Phones, then text of twice the size on a desk's screen, then what axe looks at. */
const windows = [
  { width: 320, text: '100%' },
  { width: 390, text: '100%' },
  { width: 1280, text: '200%' },
  { width: 1280, text: '100%' },
];

const textOf = (page: Page, size: string) =>
  page.evaluate((wanted) => document.documentElement.style.setProperty('font-size', wanted), size);

/** The themes differ in their colours alone, and no colour is looked at on its way to another. What lies in a frame is a page of the paper, which has walks of its own. */
async function expectNoBarriersInEither(page: Page): Promise<void> {
  const isCovered = (await page.locator(floating).count()) > 0;
  const where = { quick: true, exclude: ['iframe'], within: isCovered ? floating : undefined };
  await turn(page, 'light');
  await expectNoBarriers(page, where);
  await turn(page, 'dark');
  await expectNoBarriers(page, { ...where, rules: ['color-contrast'] });
}

/** A page behind another draws no frames, so that colours on their way to the other theme would never arrive. */
async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => {
    for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
  });
}

/** What hides the page behind it while it is open. */
const floating = '[role="menu"], [role="dialog"], [role="alertdialog"]';
