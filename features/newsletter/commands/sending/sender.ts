import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ctx } from '@/db/context';
import { isDatabaseAway } from '@/lib/errors';
import { log } from '@/lib/log';
import { Leases, leaseFromNow } from './leases';
import {
  type Claim,
  claim,
  clearTrouble,
  type Hold,
  holdForRelay,
  type Outcome,
  putBack,
  release,
  suppress,
  turn,
} from './ledger';
import { isOver, type Moment, momentIn } from './moment';
import { surely } from './surely';
import { tryDelivery, type Way } from './try-delivery';

export interface SenderOptions {
  ctx: Ctx;
  campaignId: number;
  /** How mails are made and handed over now; asked before each claim, so that another relay is taken at once. */
  findWay: () => Promise<Way>;
  /** Mails under way at once: as many as the relay has connections. */
  lanes: number;
  /** Takes no new readers after so long, so that a job ends. In milliseconds. */
  sliceMs: number;
  /** The relay refused the last sender of this issue: say so when it takes mail again. */
  hadTrouble: boolean;
}

export interface SendReport {
  tried: number;
  sent: number;
  /** Why it stopped before everybody was tried. */
  trouble: string | null;
}

/** A lane that waits for its next reader, with how its last one went. */
interface Waiting {
  outcome: Outcome | null;
  resolve(next: Claim | null): void;
  reject(error: unknown): void;
}

/** Readers claimed ahead for each lane, so that no lane waits for a claim. */
const claimedAhead = 12;
const renewEveryMs = 5_000;

/**
 * One sender of one issue. Each lane tries one reader after the other and takes a turn in between. Turns that come in
 * while a statement is under way share the next one, so that the number of commits follows the database's pace and not
 * the number of readers. Nothing is handed to the relay before its `submitting` is committed, and no more than one mail
 * a lane is in `submitting`.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #hold: Hold;
  #way: Way | null = null;
  #claimed: Claim[] = [];
  #claiming: Promise<void> | null = null;
  #waiting: Waiting[] = [];
  #turning = false;
  /** Nobody new is begun: all were tried, the issue was paused, the relay is away, or the process stops. */
  #over = false;
  #broken: unknown;
  #hadTrouble: boolean;
  readonly #report: SendReport = { tried: 0, sent: 0, trouble: null };
  readonly #leases: Leases;
  readonly #sliceEnd: Moment;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#hold = { ctx: options.ctx, campaignId: options.campaignId, lease: randomUUID() };
    this.#leases = new Leases(this.#hold);
    this.#hadTrouble = options.hadTrouble;
    this.#sliceEnd = momentIn(options.sliceMs);
  }

  /** Begins nobody new; `run` resolves when those under way are settled. */
  stop(): void {
    this.#over = true;
  }

  async run(): Promise<SendReport> {
    const renewing = setInterval(() => void this.#leases.renew(), renewEveryMs);
    try {
      await Promise.all(Array.from({ length: this.#options.lanes }, () => this.#lane()));
      await this.#claiming;
      await this.#release(this.#claimed.splice(0));
      const { trouble } = this.#report;
      if (trouble !== null) await this.#surely(() => holdForRelay(this.#hold, trouble));
    } finally {
      this.#over = true;
      clearInterval(renewing);
    }
    return this.#report;
  }

  async #lane(): Promise<void> {
    let outcome: Outcome | null = null;
    for (;;) {
      const reader = await this.#nextAfter(outcome);
      if (!reader) return;
      outcome = await this.#try(reader);
    }
  }

  async #try(reader: Claim): Promise<Outcome> {
    if (!this.#way) throw new Error('a reader was claimed before there was a way');
    const { outcome, relay } = await tryDelivery(reader, this.#way, () =>
      this.#leases.isTrusted(reader.subscriberId),
    );
    this.#leases.forget([reader.subscriberId]);
    this.#report.tried++;
    if (outcome.state === 'sent') this.#report.sent++;
    if (relay !== undefined) {
      this.#report.trouble = relay;
      this.#over = true;
    }
    return outcome;
  }

  #nextAfter(outcome: Outcome | null): Promise<Claim | null> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken);
      this.#waiting.push({ outcome, resolve, reject });
      if (this.#turning) return;
      this.#turning = true;
      // Lanes that end in the same instant share the turn.
      setImmediate(() => void this.#takeTurns());
    });
  }

  async #takeTurns(): Promise<void> {
    try {
      while (this.#waiting.length > 0) await this.#takeTurn();
    } catch (error) {
      this.#broken = error;
      for (const lane of this.#waiting.splice(0)) lane.reject(error);
    }
    this.#turning = false;
  }

  async #takeTurn(): Promise<void> {
    if (isOver(this.#sliceEnd)) this.#over = true;
    if (this.#claimed.length === 0 && !this.#over) await (this.#claiming ?? this.#claimMore());
    const lanes = this.#waiting.splice(0);
    try {
      const outcomes = lanes.flatMap(({ outcome }) => outcome ?? []);
      const begun = await this.#settleAndBegin(
        outcomes,
        this.#over ? [] : this.#claimed.splice(0, lanes.length),
      );
      for (const lane of lanes) {
        const reader = begun.shift();
        if (reader || this.#over) lane.resolve(reader ?? null);
        else this.#waiting.push({ ...lane, outcome: null });
      }
    } catch (error) {
      for (const lane of lanes) lane.reject(error);
      throw error;
    }
  }

  /** Writes down how the last tries went and begins the next ones, in one statement where all went well. */
  async #settleAndBegin(outcomes: Outcome[], next: Claim[]): Promise<Claim[]> {
    if (this.#claimed.length < (this.#options.lanes * claimedAhead) / 2 && !this.#over)
      this.#claiming ??= this.#claimMore();
    const again = outcomes.filter(({ state }) => state === 'pending');
    const settled = outcomes.filter(({ state }) => state !== 'pending');
    if (again.length > 0) await this.#surely(() => putBack(this.#hold, again));
    const begun = await this.#begin(settled, next);
    const failed = settled.filter(({ state }) => state === 'failed');
    if (failed.length > 0) await this.#surely(() => suppress(this.#hold, failed));
    if (this.#hadTrouble && settled.some(({ state }) => state === 'sent')) {
      this.#hadTrouble = false;
      await this.#surely(() => clearTrouble(this.#hold));
    }
    await this.#release(next.filter(({ subscriberId }) => !begun.has(subscriberId)));
    return next.filter(({ subscriberId }) => begun.has(subscriberId));
  }

  async #begin(settled: Outcome[], next: Claim[]): Promise<Set<number>> {
    if (settled.length === 0 && next.length === 0) return new Set();
    const ids = idsOf(next);
    let until = leaseFromNow();
    const begun = await this.#surely((repeated) => {
      until = leaseFromNow();
      return turn(this.#hold, settled, ids, repeated);
    });
    this.#leases.trust(begun, until);
    return begun;
  }

  /** Claims the next readers. None left to claim, or the issue paused, ends the sender. */
  async #claimMore(): Promise<void> {
    try {
      this.#way = await this.#options.findWay();
      const until = leaseFromNow();
      const claims = await claim(this.#hold, this.#options.lanes * claimedAhead);
      this.#leases.trust(idsOf(claims), until);
      this.#claimed.push(...claims);
      if (this.#claimed.length === 0) this.#over = true;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      log().warn(
        { err: error, campaignId: this.#options.campaignId },
        'database away while claiming readers',
      );
      await pause(500);
    } finally {
      this.#claiming = null;
    }
  }

  async #release(claims: Claim[]): Promise<void> {
    if (claims.length === 0) return;
    const ids = idsOf(claims);
    this.#leases.forget(ids);
    await this.#surely(() => release(this.#hold, ids));
  }

  #surely<T>(write: (repeated: boolean) => Promise<T>): Promise<T> {
    return surely(this.#hold.campaignId, write);
  }
}

const idsOf = (claims: Claim[]): number[] => claims.map(({ subscriberId }) => subscriberId);
