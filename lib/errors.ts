/**
 * Refusals: what a person did cannot be done, and the sentence says why and what to do instead.
 * They are told apart by `code`, never `instanceof`: tsx and Next each load their own copy of this module.
 */
export type RefusalCode = 'not-found' | 'forbidden' | 'invalid' | 'conflict' | 'too-many' | 'unavailable';

const statusOf = {
  'not-found': 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>;

export interface RefusalOptions {
  /** A sentence for each field of the form that is at fault. */
  fields?: Record<string, string>;
  /** What the other side holds, for a conflict that is shown side by side. */
  detail?: Record<string, unknown>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

export class Refusal extends Error {
  readonly status: number;
  readonly fields: Record<string, string>;
  readonly detail: Record<string, unknown> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: RefusalCode,
    sentence: string,
    { fields = {}, detail, retryAfterSeconds, cause }: RefusalOptions = {},
  ) {
    super(sentence, { cause });
    this.name = 'Refusal';
    this.status = statusOf[code];
    this.fields = fields;
    this.detail = detail;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const NotFound = (sentence = 'That does not exist, or no longer does.', options?: RefusalOptions) =>
  new Refusal('not-found', sentence, options);
export const Forbidden = (sentence = 'You are not allowed to do that.', options?: RefusalOptions) =>
  new Refusal('forbidden', sentence, options);
export const Invalid = (sentence: string, options?: RefusalOptions) =>
  new Refusal('invalid', sentence, options);
export const Conflict = (sentence: string, options?: RefusalOptions) =>
  new Refusal('conflict', sentence, options);
export const TooMany = (sentence: string, options?: RefusalOptions) =>
  new Refusal('too-many', sentence, options);
export const Unavailable = (
  sentence = 'The newsroom cannot reach its database just now. Nothing you typed is lost; try again in a moment.',
  options?: RefusalOptions,
) => new Refusal('unavailable', sentence, options);

export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && error.name === 'Refusal' && 'code' in error && 'status' in error;

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '57014',
  '08006',
  '08001',
  '08003',
]);

/** Whether an error, or what caused it, says that the database is away rather than that we are wrong. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string' && connectionCodes.has(code)) return true;
  }
  return false;
}

/**
 * Whether the database could not take a value for what it is: a number too large, a date outside its calendar, a broken
 * character (SQLSTATE class 22, data exception).
 */
export const isUnstorable = (error: unknown): boolean => sqlStateOf(error)?.startsWith('22') ?? false;

/** Whether a row was to point at one that is not there, or no longer (SQLSTATE 23503). */
export const pointsNowhere = (error: unknown): boolean => sqlStateOf(error) === '23503';

function sqlStateOf(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}

/** Whether a statement was given up because it ran longer than its pool allows (SQLSTATE 57014). */
export function isStatementTimeout(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++)
    if ((at as { code?: unknown }).code === '57014') return true;
  return false;
}

/** The name of the violated constraint, when a write was refused by one (SQLSTATE class 23). */
export function violatedConstraint(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++) {
    const { code, constraint_name: name } = at as { code?: unknown; constraint_name?: unknown };
    if (typeof code === 'string' && code.startsWith('23')) return typeof name === 'string' ? name : code;
  }
  return undefined;
}
