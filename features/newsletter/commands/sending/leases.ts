import { log } from '@/lib/log';
import { leaseMarginSeconds, leaseSeconds } from '../../rules';
import { type Hold, renew } from './ledger';
import { isOver, type Moment, momentIn } from './moment';

/** Until when a lease that a statement is about to set may be trusted; read before the statement runs. */
export const leaseFromNow = (): Moment => momentIn((leaseSeconds - leaseMarginSeconds) * 1000);

/** What a sender knows of its leases, by reader: the moment after which each may have run out. */
export class Leases {
  readonly #hold: Hold;
  readonly #trustUntil = new Map<number, Moment>();

  constructor(hold: Hold) {
    this.#hold = hold;
  }

  /** A statement that began before `until` was reckoned has set them. */
  trust(ids: Iterable<number>, until: Moment): void {
    for (const id of ids) this.#trustUntil.set(id, until);
  }

  isTrusted(id: number): boolean {
    const until = this.#trustUntil.get(id);
    return until !== undefined && !isOver(until);
  }

  forget(ids: Iterable<number>): void {
    for (const id of ids) this.#trustUntil.delete(id);
  }

  /** Renews all that are held. What fails is tried again at the next time; until then what was trusted runs out. */
  async renew(): Promise<void> {
    const held = [...this.#trustUntil.keys()];
    if (held.length === 0) return;
    const until = leaseFromNow();
    try {
      for (const id of await renew(this.#hold, held))
        if (this.#trustUntil.has(id)) this.#trustUntil.set(id, until);
    } catch (error) {
      log().warn({ err: error, campaignId: this.#hold.campaignId }, 'leases not renewed');
    }
  }
}
