import { and, eq, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { addresses } from '@/db/schema';
import { normalPath } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { Invalid, NotFound } from '@/lib/errors';
import { findRedirect } from '../../queries/redirects';
import type { PasteRedirects, SetRedirect } from '../../redirect-input';
import { readPaste, type Wish } from '../../redirect-rules';
import { type Judged, judgeRedirects } from './judge-redirects';
import { writeRedirects } from './write-redirects';

/** A line of a paste and what became of it. `text`: the line to type again, when it was refused. */
export interface PastedLine {
  line: number;
  outcome: Judged['outcome'];
  text: string;
  sentence: string | null;
}

/** Leads one old address elsewhere, for ever (301). Throws Invalid for the field that is wrong. */
export async function addRedirect(ctx: Ctx, { from, to }: SetRedirect): Promise<{ path: string }> {
  return setOne(ctx, { from, to, replace: false });
}

/** Leads an old address somewhere else than before. Throws NotFound when it leads nowhere any more. */
export async function editRedirect(ctx: Ctx, { from, to }: SetRedirect): Promise<{ path: string }> {
  authorise(ctx.actor, 'edit-redirects');
  if (!(await findRedirect(ctx, normalPath(from)))) throw gone();
  return setOne(ctx, {
    from: `/${normalPath(from).split('/').map(encodeURIComponent).join('/')}`,
    to,
    replace: true,
  });
}

async function setOne(ctx: Ctx, { from, to, replace }: SetRedirect & { replace: boolean }) {
  authorise(ctx.actor, 'edit-redirects');
  return transact(ctx, async (tx) => {
    const [judged] = await judge(tx, [{ line: 1, from, to }], replace);
    if (judged === undefined || judged.outcome === 'refused')
      throw Invalid(judged?.sentence ?? '', {
        fields: { [judged?.field ?? 'from']: judged?.sentence ?? '' },
      });
    await writeRedirects(tx, [judged]);
    return { path: judged.path };
  });
}

/**
 * Adds many by pasted lines. What is good is written, all of it in one transaction; every line is told what became of it,
 * and those that were refused come back as they were typed.
 */
export async function pasteRedirects(ctx: Ctx, { lines, replace }: PasteRedirects): Promise<PastedLine[]> {
  authorise(ctx.actor, 'edit-redirects');
  return transact(ctx, async (tx) => {
    const read = readPaste(lines);
    const wishes = read.flatMap((each): Wish[] => ('from' in each ? [each] : []));
    const judged = new Map((await judge(tx, wishes, replace)).map((each) => [each.wish.line, each]));
    await writeRedirects(tx, [...judged.values()]);
    const written = lines.split(/\r?\n/);
    return read.map(({ line }): PastedLine => {
      const each = judged.get(line);
      return {
        line,
        outcome: each?.outcome ?? 'refused',
        text: (written[line - 1] ?? '').trim(),
        sentence: each ? sentenceOf(each) : 'Write two addresses: the old one, a space, the new one.',
      };
    });
  });
}

const sentenceOf = (judged: Judged): string | null =>
  judged.outcome === 'refused' ? judged.sentence : `/${judged.path} leads to ${judged.target}`;

/** Takes a redirect away: its old address answers 404 from the next request on. Throws NotFound. */
export async function deleteRedirect(ctx: Ctx, { from }: { from: string }): Promise<void> {
  authorise(ctx.actor, 'edit-redirects');
  const path = normalPath(from);
  await transact(ctx, async (tx) => {
    const [deleted] = await tx.db
      .delete(addresses)
      .where(and(eq(addresses.path, path), eq(addresses.kind, 'redirect')))
      .returning({ target: addresses.target });
    if (!deleted) throw gone();
    tx.record('delete-redirect', 'address', path, { before: deleted });
    tx.stale(cacheTags.path(`/${path}`));
  });
}

const gone = () => NotFound('This address leads nowhere any more. Load the page again to see what there is.');

/** One at a time: two that are set at once could make a loop between them. */
async function judge(tx: Work, wishes: Wish[], replace: boolean): Promise<Judged[]> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('redirects'))`);
  return judgeRedirects(tx, wishes, { replace });
}
