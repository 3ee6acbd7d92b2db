/**
 * What was typed and is not on the server yet, kept in the browser (IndexedDB): one record for each page that has an
 * article open, so that two tabs never write over each other. It belongs to one person and is emptied at sign-out.
 */
export interface JournalRecord<Content = unknown> {
  /** `<user>:<article>:<page load>` */
  key: string;
  userId: number;
  articleId: number;
  /** Of this very opening of the page. */
  loadId: string;
  baseRevisionId: number;
  content: Content;
  /** When it was typed, in milliseconds since 1970. */
  at: number;
}

const databaseName = 'broadsheet-journal';
const storeName = 'drafts';

export const journalKey = (userId: number, articleId: number, loadId: string): string =>
  `${userId}:${articleId}:${loadId}`;

export const putRecord = (record: JournalRecord): Promise<unknown> =>
  inStore('readwrite', (store) => store.put(record));

export const removeRecord = (key: string): Promise<unknown> =>
  inStore('readwrite', (store) => store.delete(key));

/** What this person left behind of this article, newest first. */
export async function listRecords<Content>(
  userId: number,
  articleId: number,
): Promise<JournalRecord<Content>[]> {
  const prefix = `${userId}:${articleId}:`;
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const found = (await inStore('readonly', (store) => store.getAll(range))) as JournalRecord<Content>[];
  return found.sort((a, b) => b.at - a.at);
}

/** Articles of which this person has something left behind on this device. */
export async function listUnsavedArticles(userId: number): Promise<number[]> {
  const range = IDBKeyRange.bound(`${userId}:`, `${userId}:\uffff`);
  const keys = (await inStore('readonly', (store) => store.getAllKeys(range))) as string[];
  return [...new Set(keys.map((key) => Number(key.split(':')[1])))];
}

/** Whether anybody has anything left behind on this device. */
export const isJournalEmpty = async (): Promise<boolean> =>
  (await inStore('readonly', (store) => store.count())) === 0;

/** Sign-out: the next person at this machine finds nothing. */
export const emptyJournal = (): Promise<unknown> => inStore('readwrite', (store) => store.clear());

function inStore(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return open().then(
    (database) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(storeName, mode, { durability: 'relaxed' });
        const request = ask(transaction.objectStore(storeName));
        transaction.oncomplete = () => {
          database.close();
          resolve(request.result);
        };
        transaction.onabort = () => {
          database.close();
          reject(transaction.error ?? new Error('the journal could not be written'));
        };
      }),
  );
}

/** Opened anew for each act: a connection that stays open would block emptying by `Clear-Site-Data`. */
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') return reject(new Error('this browser keeps no journal'));
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('the journal is held by an old tab'));
  });
}
