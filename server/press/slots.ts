/** Thrown when no place became free in time. */
export class Busy extends Error {
  override name = 'Busy';
}

interface Waiting {
  begin(): void;
}

/** So many at once; the rest wait their turn in order, up to a time, and no more than a number of them. */
export class Slots {
  private running = 0;
  private queue = new Set<Waiting>();

  constructor(
    private readonly atOnce: number,
    private readonly waitMs: number,
    private readonly longestQueue = 500,
  ) {}

  /** Runs `work` when a place is free; throws Busy when none was. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await this.turn();
    else this.running++;
    try {
      return await work();
    } finally {
      const [next] = this.queue;
      if (next) next.begin();
      else this.running--;
    }
  }

  private turn(): Promise<void> {
    if (this.queue.size >= this.longestQueue) return Promise.reject(new Busy('the queue is full'));
    return new Promise((resolve, reject) => {
      const leave = (settle: () => void) => {
        clearTimeout(patience);
        this.queue.delete(waiting);
        settle();
      };
      const patience = setTimeout(() => leave(() => reject(new Busy('no turn came'))), this.waitMs);
      const waiting = { begin: () => leave(resolve) };
      this.queue.add(waiting);
    });
  }
}
