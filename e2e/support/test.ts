import { test as base, type Page } from '@playwright/test';
import type { Role } from '@/db/context';
import { MailReader } from './mail-server';
import { Newsroom, type Person } from './newsroom';

export { expect } from '@playwright/test';

export interface Desk {
  page: Page;
  person: Person;
}

interface Fixtures {
  /** The letters the app sent, from the SMTP server it really sent them to. */
  mail: MailReader;
  /** A page of a reader whose browser runs no scripts. */
  plainPage: Page;
  /** A page of somebody signed in, in a browser of their own; one person a role for the whole run. */
  signedIn(role: Role): Promise<Desk>;
  /** `clock()` of the app's database; put right after the test. */
  clock: { moveTo(offsetSeconds: number): Promise<void> };
}

interface WorkerFixtures {
  /** Rows made by the product's own commands. */
  newsroom: Newsroom;
  /** The cookies of those who have signed in already: the form is walked once a role. */
  deskStates: Map<
    Role,
    { person: Person; state: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>> }
  >;
}

/** `test` of every walk: `page` is a reader's, relative addresses are those of the app of this run. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  baseURL: async ({}, use) => use(given('E2E_URL')),
  newsroom: [
    async ({}, use) => {
      // Links and hashes made here must be worth something there, so both have the secret of that data folder.
      Object.assign(process.env, { DATA_DIR: given('E2E_DATA_DIR'), BROADSHEET_EMBEDDED: '1' });
      const newsroom = new Newsroom(given('E2E_DATABASE_URL'));
      await use(newsroom);
      await newsroom.close();
    },
    { scope: 'worker' },
  ],
  deskStates: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  mail: async ({}, use) => {
    const mail = new MailReader(given('E2E_MAIL_CONTROL'));
    await use(mail);
    await mail.misbehave({});
  },
  clock: async ({ newsroom }, use) => {
    await use({ moveTo: (offsetSeconds) => newsroom.setClock(offsetSeconds) });
    await newsroom.setClock(0);
  },
  plainPage: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
    await use(await context.newPage());
    await context.close();
  },
  signedIn: async ({ browser, baseURL, newsroom, deskStates }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (role) => {
      const known = deskStates.get(role);
      const context = await browser.newContext({ baseURL, storageState: known?.state });
      contexts.push(context);
      const page = await context.newPage();
      if (known) return { page, person: known.person };
      const person = await newsroom.person(role);
      await signIn(page, person);
      deskStates.set(role, { person, state: await context.storageState() });
      return { page, person };
    });
    for (const context of contexts) await context.close();
  },
});

/** Signs in by the form, as people do. */
export async function signIn(
  page: Page,
  { email, password }: Pick<Person, 'email' | 'password'>,
): Promise<void> {
  await page.goto('/admin/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/admin/login'));
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the walks by npm test, or npm run test:e2e.`);
  return value;
}
