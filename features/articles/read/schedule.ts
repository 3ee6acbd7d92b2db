import { readSettings } from '@/features/settings/queries';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
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
  const [settings, planned, overdue, troubled, applied, embargoes, bar] = await Promise.all([
    readSettings(ctx),
    listPlanned(ctx, { from: ctx.now, to: forever, limit: shown + 1, ownerId, after }),
    listPlanned(ctx, { from: new Date(0), to: ctx.now, limit: shown, ownerId }),
    listTroubled(ctx, { since: troubleSince, ownerId }),
    listApplied(ctx, { since, limit: 50, ownerId }),
    listEmbargoes(ctx, { to: forever, ownerId }),
    findStandingBar(ctx),
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
    bar: bar?.lowerAt && !after ? { text: bar.text, lowerAt: bar.lowerAt } : null,
    paper: { timeZone: settings.timeZone },
  };
}

/** What the desk's bar says while something is late. */
export async function readDueAlarm() {
  return findDueAlarm(await deskContext());
}
