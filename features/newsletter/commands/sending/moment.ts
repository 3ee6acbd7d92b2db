/**
 * An instant of this process, by two clocks: one stands still while a laptop sleeps, the other can be set back. What is
 * over by either of them is over.
 */
export interface Moment {
  steadyMs: number;
  wallMs: number;
}

export const momentIn = (ms: number): Moment => ({
  steadyMs: performance.now() + ms,
  wallMs: Date.now() + ms,
});

export const isOver = ({ steadyMs, wallMs }: Moment): boolean =>
  performance.now() >= steadyMs || Date.now() >= wallMs;
