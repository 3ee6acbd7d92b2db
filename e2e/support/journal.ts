import type { Page } from '@playwright/test';

/** Everything in the journal of this browser, as text; empty when there is nothing. */
export const journal = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('broadsheet-journal', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('drafts', { keyPath: 'key' });
        opening.onsuccess = () => {
          const asked = opening.result.transaction('drafts').objectStore('drafts').getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result.length === 0 ? '' : JSON.stringify(asked.result));
          };
        };
      }),
  );
