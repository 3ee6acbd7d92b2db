import { eq, sql } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import { arrangements } from '@/db/schema';
import type { TestDatabase } from '@/db/testing';
import { wallClock } from '@/lib/zoned-time';
import { listPlaces } from '../../queries/curation';
import { readFrontPage } from '../../queries/site';
import { type Newsroom, write } from '../../testing';
import {
  applyDueArrangements,
  applyDuePublications,
  curatePage,
  planArrangement,
  publishArticle,
} from '../index';

export const front = { name: 'front', sectionId: null } as const;
export const nobody = [null, null, null, null, null];
export const clock = (when: Date): string => wallClock(when, 'UTC');

interface Wish {
  name?: string;
  seen?: (number | null)[];
  as?: Newsroom['as']['editor'];
}

/** What tests of planned changes do again and again, on a front page that is empty when each begins. */
export function openArranging({ at, room }: { at: TestDatabase; room: Newsroom }) {
  let begun = 0;
  beforeEach(async () => {
    begun = Math.ceil(Date.now() / 1000);
    await at.setClock(0);
    await at.db.execute(sql`truncate arrangements`);
    // With the clock moved, stories of one test would come after those of the next.
    await at.db.execute(sql`truncate articles cascade`);
    await at.db.execute(sql`delete from due_incidents`);
    await at.db.execute(sql`delete from settings where key = 'timeZone'`);
  });

  const draft = async (title: string, sectionIds = [room.sport]): Promise<number> =>
    (await write(room.as.editor, { title, sectionIds })).id;
  /** From the test's begin, to the second, as times are planned: the same however often it is asked. */
  const soon = (seconds: number) => new Date((begun + seconds) * 1000);
  const stands = () => listPlaces(at.system, 'front');
  return {
    draft,
    soon,
    stands,
    async live(title: string, sectionIds?: number[]): Promise<number> {
      const id = await draft(title, sectionIds);
      await publishArticle(room.as.editor, { articleId: id });
      return id;
    },
    plan: (
      seconds: number,
      places: (number | null)[],
      { name = '', seen = [], as = room.as.editor }: Wish = {},
    ) => planArrangement(as, { page: front, places, seen, name, wallClock: clock(soon(seconds)) }),
    lead: async () => (await readFrontPage(at.reader)).lead?.id,
    curate: async (...places: (number | null)[]) =>
      curatePage(room.as.editor, { page: front, places, seen: await stands() }),
    async rowOf(id: number) {
      const [row] = await at.db.select().from(arrangements).where(eq(arrangements.id, id));
      if (!row) throw new Error('no row');
      return row;
    },
    /** So many seconds from now, as the database has it, with all that is due by then done. */
    async becomes(seconds: number): Promise<void> {
      await at.setClock(seconds);
      await applyDuePublications(at.system);
      await applyDueArrangements(at.system);
    },
  };
}
