import { readSettings } from '@/features/settings/queries';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { matterOfPage } from '../front-rules';
import { type ArrangementLine, listComing, listDone, listLate } from '../queries/arrangements';
import { findStandingBar } from '../queries/bar';
import { findDueAlarm } from '../queries/due-alarm';
import { listEmbargoes } from '../queries/embargoes';
import { listApplied, listPlanned, listTroubled } from '../queries/ledger';
import { scheduleInput } from '../schedule-input';

const dayMs = 86_400_000;
const daysBack = 2;
const troubleDaysBack = 7;
const shown = 200;
/** The far end: everything there is. */
const forever = new Date(Date.UTC(9000, 0));

/** All that happens by itself, and what came of it; of one's own stories where one sees no others. */
export async function readSchedule(asked: Record<string, unknown>) {
  const ctx = await deskContext();
  const { after } = scheduleInput.parse(asked);
  const ownerId = may(ctx.actor, 'read-article') ? undefined : ctx.actor.id;
  const since = new Date(ctx.now.getTime() - daysBack * dayMs);
  const troubleSince = new Date(ctx.now.getTime() - troubleDaysBack * dayMs);
  const [settings, planned, overdue, troubled, applied, embargoes, bar, pages] = await Promise.all([
    readSettings(ctx),
    listPlanned(ctx, { from: ctx.now, to: forever, limit: shown + 1, ownerId, after }),
    listPlanned(ctx, { from: new Date(0), to: ctx.now, limit: shown, ownerId }),
    listTroubled(ctx, { since: troubleSince, ownerId }),
    listApplied(ctx, { since, limit: 50, ownerId }),
    listEmbargoes(ctx, { to: forever, ownerId }),
    findStandingBar(ctx),
    readPageChanges(ctx, { since, troubleSince }),
  ]);
  const isCut = planned.length > shown;
  const lines = planned.slice(0, shown);
  const last = lines.at(-1);
  return {
    now: ctx.now,
    isFirst: after === undefined,
    planned: lines,
    /** Where the next page begins; null on the last. */
    next: isCut && last ? `${last.effectiveAt.toISOString()}_${last.id}` : null,
    overdue,
    troubled: troubled.filter(({ id }) => !overdue.some((row) => row.id === id)),
    applied,
    embargoes: after ? [] : embargoes,
    pages: after ? null : pages,
    bar: bar?.lowerAt && !after ? { text: bar.text, lowerAt: bar.lowerAt } : null,
    paper: { timeZone: settings.timeZone },
  };
}

/** Planned changes of pages, as those who read everything see them, linked for who may make them. */
async function readPageChanges(
  ctx: Awaited<ReturnType<typeof deskContext>>,
  { since, troubleSince }: { since: Date; troubleSince: Date },
) {
  const [coming, overdue, late, done] = await Promise.all([
    listComing(ctx, { from: ctx.now, to: forever, limit: shown }),
    listComing(ctx, { from: new Date(0), to: ctx.now, limit: shown }),
    listLate(ctx, { since: troubleSince, limit: 100 }),
    listDone(ctx, { since, limit: 50 }),
  ]);
  const linked = (lines: ArrangementLine[]) =>
    lines.map((line) => ({ ...line, mayCurate: may(ctx.actor, 'curate', matterOfPage(line.page)) }));
  return { coming: linked(coming), overdue: linked(overdue), late: linked(late), done: linked(done) };
}

/** What the desk's bar says while something is late. */
export async function readDueAlarm() {
  return findDueAlarm(await deskContext());
}
