import { processWide } from './process-wide';

const controller = () => processWide('stopping', () => new AbortController());

/** Aborted when this process is asked to stop: an answer that would never end by itself ends then. */
export const stopping = (): AbortSignal => controller().signal;

/** Called once, by whoever was asked. */
export const beginStopping = (): void => controller().abort();
