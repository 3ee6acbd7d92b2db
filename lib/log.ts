import pino from 'pino';
import { processWide } from './process-wide';

/** One JSON line an event, UTC times, never a password, token, cookie, mail body or link. */
export const log = () =>
  processWide('log', () =>
    pino({
      level: process.env.LOG_LEVEL || 'info',
      base: { process: process.env.BROADSHEET_PROCESS ?? 'cli' },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: [
        'password',
        'token',
        'cookie',
        'authorization',
        '*.password',
        '*.token',
        '*.cookie',
        '*.authorization',
      ],
    }),
  );
