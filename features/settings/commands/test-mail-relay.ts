import { createElement } from 'react';
import { type Ctx, transact } from '@/db/context';
import { countAttempt } from '@/features/users/commands/attempts';
import { authorise } from '@/features/users/rules';
import { env } from '@/lib/env';
import { type MailInForce, mailBy, submitMail } from '@/lib/mailer';
import { composeMail } from '@/lib/mailer/compose';
import { environmentSender, environmentTarget } from '@/lib/mailer/in-force';
import type { Composed, Correspondent } from '@/lib/mailer/mail';
import type { RelayTarget } from '@/lib/mailer/relay-line';
import { renderMail } from '@/lib/mailer/render';
import { tryRelay } from '@/lib/mailer/try-relay';
import { TestMail } from '../mail/test-mail';
import { findKeptRelay, relayTarget } from '../mail-in-force';
import type { MailTest, TestMailRelay } from '../mail-relay';
import { readSettings } from '../queries';
import { passwordFor } from './save-mail-relay';

/**
 * Sends one mail over what is typed, before it is kept, and says in words what came of it. Any host is allowed, those
 * of the own network too: a relay beside the paper is the ordinary case, only administrators get here, and nothing but
 * SMTP is spoken (`tryRelay`). Throws Invalid by field, TooMany past ten tests in ten minutes.
 */
export async function testMailRelay(ctx: Ctx, { to, ...typed }: TestMailRelay): Promise<MailTest> {
  authorise(ctx.actor, 'edit-settings');
  const target = relayTarget(typed, passwordFor(await findKeptRelay(ctx), typed));
  await limit(ctx);
  const from = env().MAIL_FROM ? environmentSender() : { name: typed.fromName, address: typed.fromAddress };
  return conclude(ctx, { to, target, mail: await write(ctx, { to, from, host: typed.host }) });
}

/** The same over what the environment says, or into the mailbox where nothing is set. */
export async function testMailInForce(ctx: Ctx, { to }: { to: string }): Promise<MailTest> {
  authorise(ctx.actor, 'edit-settings');
  await limit(ctx);
  const target = environmentTarget();
  const host = target?.host ?? null;
  const mail = await write(ctx, { to, from: environmentSender(), host });
  if (target) return conclude(ctx, { to, target, mail });
  const answer = await submitMail(mailbox(), mail);
  return { sent: true, to, host: null, answer };
}

const mailbox = (): MailInForce => mailBy(null);

const limit = ({ db, actor }: Ctx) =>
  countAttempt(db, [
    { key: `mail-test:${actor.kind === 'staff' ? actor.id : actor.kind}`, limit: 10, withinSeconds: 600 },
  ]);

async function write(
  ctx: Ctx,
  { to, from, host }: { to: string; from: Required<Correspondent>; host: string | null },
): Promise<Composed> {
  const { siteName } = await readSettings(ctx);
  const name = ctx.actor.kind === 'staff' ? ctx.actor.name : 'colleague';
  return composeMail({
    to,
    from: { name: from.name || siteName, address: from.address },
    subject: `Test mail from ${siteName}`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(await renderMail(createElement(TestMail, { siteName, name, host }))),
  });
}

async function conclude(
  ctx: Ctx,
  { to, target, mail }: { to: string; target: RelayTarget; mail: Composed },
): Promise<MailTest> {
  const trial = await tryRelay(target, mail);
  const { host = '', port } = target;
  await transact(ctx, async (tx) => {
    tx.record('test-mail-relay', 'settings', null, { after: { host, port, to, sent: trial.sent } });
  });
  return trial.sent
    ? { sent: true, to, host, answer: trial.answer }
    : { sent: false, to, happened: trial.happened, advice: trial.advice };
}
