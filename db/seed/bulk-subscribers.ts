import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { emailHash } from '@/lib/email-address';
import type { Bulk } from './stock';

/** Mail domains as subscribers have them: two have most, then a long tail. None of them exists (RFC 2606). */
const domainOf = (n: number): string => {
  const share = n % 100;
  if (share < 40) return 'bigmail.example';
  if (share < 65) return 'post.example';
  return `isp-${n % 997}.example`;
};

/** Subscribers of the first list: 92 of 100 confirmed, the others waiting or gone; each with the trail of her consent. */
export async function seedSubscribers({ sql }: Bulk, count: number): Promise<void> {
  const [list] = await sql<{ id: string; last: string }[]>`
    select id, (select coalesce(max(id), 0) from subscribers) as last from lists order by position, id limit 1`;
  if (!list) throw new Error('Subscribers need a list: make one first.');
  // A second run begins where the first ended.
  const batch = Number(list.last).toString(36);
  await sql`create temp table seed_subscribers (n int, email text, email_hash text) on commit drop`;
  const copy = await sql`copy seed_subscribers from stdin`.writable();
  await pipeline(Readable.from(lines(count, batch)), copy);
  await sql`insert into subscribers (email, email_hash) select email, email_hash from seed_subscribers order by n on conflict do nothing`;
  await sql`
    create temp table seed_signed on commit drop as
    select s.id, b.n % 100 as share, clock() - pg_temp.draw(b.n, 30) * interval '1500 days' as at
    from seed_subscribers b join subscribers s on s.email_hash = b.email_hash`;
  await sql`
    insert into subscriptions (subscriber_id, list_id, state, created_at, confirmed_at, ended_at)
    select id, ${list.id}, (case when share < 92 then 'confirmed' when share < 96 then 'unconfirmed' else 'unsubscribed' end)::subscription_state, at,
      case when share < 92 or share >= 96 then at + interval '5 minutes' end, case when share >= 96 then clock() end
    from seed_signed order by id on conflict do nothing`;
  await sql`
    insert into consents (subscriber_id, list_id, act, wording, source, at)
    select id, ${list.id}, (case when share < 92 then 'confirmed' else 'signed_up' end)::consent_act, 'Send me this newsletter.', 'seed', at
    from seed_signed order by id`;
}

/** COPY's text form, some thousand rows a chunk. */
function* lines(count: number, batch: string): Generator<string> {
  let chunk = '';
  for (let n = 0; n < count; n++) {
    const email = `reader${n}.${batch}@${domainOf(n)}`;
    chunk += `${n}\t${email}\t${emailHash(email)}\n`;
    if (chunk.length > 200_000 || n === count - 1) {
      yield chunk;
      chunk = '';
    }
  }
}
