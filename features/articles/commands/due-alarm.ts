import { and, eq, sql } from 'drizzle-orm';
import { createElement } from 'react';
import { type Ctx, transact, type Work } from '@/db/context';
import { dueIncidents } from '@/db/schema';
import { mailInForce, readSettings } from '@/features/settings/queries';
import { listAdministrators } from '@/features/users/queries';
import { authoriseSystem } from '@/features/users/rules';
import { env } from '@/lib/env';
import { sendLetter } from '@/lib/mailer/send-letter';
import { isSubmitError } from '@/lib/mailer/submit-error';
import { DueAlarmMail } from '../mail/due-alarm-mail';
import { listTrouble } from '../queries/due-alarm';
import { lateAfterMs } from '../rules';

/** An incident ends when nothing was late for so long: a clock that stumbles each minute is one incident, not sixty mails. */
const quietMinutes = 10;

/**
 * Sees whether something planned is over a minute late and applied by nobody, and whether an incident is over (D8). Run
 * at each look of every process: one statement of three index probes while all is well.
 */
export async function watchDue(ctx: Ctx): Promise<void> {
  authoriseSystem(ctx.actor);
  const [found] = await ctx.db.execute<{ overdue: boolean; standing: boolean }>(sql`
    select ${isOverdue} as overdue, exists (select from due_incidents where ended_at is null) as standing`);
  if (!found?.overdue && !found?.standing) return;
  await transact(ctx, async (tx) => {
    if (found.overdue) return noteTrouble(tx);
    await tx.db.execute(sql`
      update due_incidents set ended_at = clock()
      where ended_at is null and last_at < clock() - make_interval(mins => ${quietMinutes}) and not ${isOverdue}`);
  });
}

const pendingLate = sql`applied_at is null and cancelled_at is null and failure is null
    and effective_at < clock() - make_interval(secs => ${lateAfterMs / 1000})`;
const isOverdue = sql`(exists (select from publications where ${pendingLate})
  or exists (select from arrangements where ${pendingLate}))`;

/**
 * Something came late, or not at all. The first to see it opens the incident and mails every administrator once; while it
 * stands, nobody is mailed again.
 */
export async function noteTrouble(tx: Work): Promise<void> {
  const [opened] = await tx.db
    .insert(dueIncidents)
    .values({ beganAt: tx.now, lastAt: tx.now })
    .onConflictDoNothing()
    .returning({ id: dueIncidents.id });
  if (!opened) {
    // Once a minute is enough to keep it standing.
    await tx.db.execute(sql`
      update due_incidents set last_at = clock()
      where ended_at is null and last_at < clock() - interval '1 minute'`);
    return;
  }
  tx.record('due-alarm', 'due-incident', opened.id);
  for (const { id: userId } of await listAdministrators(tx))
    tx.enqueue('mail.due-alarm', { incidentId: opened.id, userId });
}

/**
 * Job `mail.due-alarm`: tells one administrator what is late. It counts as mailed before it is handed over, so that a
 * repeat after a crash sends no second one; when the relay plainly did not take it, the next try is the first again.
 */
export async function mailDueAlarm(
  ctx: Ctx,
  { incidentId, userId }: { incidentId: number; userId: number },
): Promise<void> {
  authoriseSystem(ctx.actor);
  const to = (await listAdministrators(ctx)).find(({ id }) => id === userId);
  if (!to) return;
  const beganAt = await claim(ctx, incidentId, userId);
  if (!beganAt) return;
  const [{ siteName, timeZone }, lines] = await Promise.all([
    readSettings(ctx),
    listTrouble(ctx, { since: new Date(beganAt.getTime() - 86_400_000) }),
  ]);
  const url = new URL('/admin/schedule', env().siteUrl).href;
  const letter = createElement(DueAlarmMail, { siteName, name: to.name, lines, timeZone, url });
  try {
    await sendLetter(await mailInForce(ctx), {
      to,
      siteName,
      subject: `Something was not published on time at ${siteName}`,
      letter,
    });
  } catch (error) {
    if (isSubmitError(error) && error.failure !== 'unknown') await unclaim(ctx, incidentId, userId);
    throw error;
  }
}

async function claim(ctx: Ctx, incidentId: number, userId: number): Promise<Date | null> {
  const [claimed] = await ctx.db
    .update(dueIncidents)
    .set({ mailedUserIds: sql`array_append(${dueIncidents.mailedUserIds}, ${userId}::bigint)` })
    .where(and(eq(dueIncidents.id, incidentId), sql`not ${userId} = any(${dueIncidents.mailedUserIds})`))
    .returning({ beganAt: dueIncidents.beganAt });
  return claimed?.beganAt ?? null;
}

const unclaim = (ctx: Ctx, incidentId: number, userId: number) =>
  ctx.db
    .update(dueIncidents)
    .set({ mailedUserIds: sql`array_remove(${dueIncidents.mailedUserIds}, ${userId}::bigint)` })
    .where(eq(dueIncidents.id, incidentId));
