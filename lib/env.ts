import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { processWide } from './process-wide';

const port = z.coerce.number().int().min(1).max(65535);
const dkim = {
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_PRIVATE_KEY: z.string().optional(),
};

const shape = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATABASE_REPLICA_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  AUTH_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().optional(),
  ...dkim,
  MEDIA_URL: z.string().optional(),
  PURGE_URL: z.url().optional(),
  WORKER: z.enum(['off', 'only', 'inline']).default('inline'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export interface Env extends z.infer<typeof shape> {
  siteUrl: string;
  dataDir: string;
  authSecret: string;
  mailFrom: string;
}

/** Thrown by `readEnv`: one line for each variable that is wrong. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/**
 * Reads the environment once and says plainly what is wrong with it.
 * Source of the names: the contract in docs/ARCHITECTURE.md. Empty strings count as absent.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    throw new EnvError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    );
  }
  const env = parsed.data;
  const dataDir = path.resolve(env.DATA_DIR);
  const siteUrl = (
    env.SITE_URL ?? `http://${env.HOST === '0.0.0.0' ? 'localhost' : env.HOST}:${env.PORT}`
  ).replace(/\/$/, '');
  return {
    ...env,
    siteUrl,
    dataDir,
    authSecret:
      env.AUTH_SECRET ??
      keptSecret(dataDir, env.DATABASE_URL !== undefined && source.BROADSHEET_EMBEDDED !== '1'),
    mailFrom: env.MAIL_FROM ?? `news@${new URL(siteUrl).hostname}`,
  };
}

/** With the embedded database a secret is made once and kept in DATA_DIR; with any other it must be given. */
function keptSecret(dataDir: string, ownDatabase: boolean): string {
  if (ownDatabase)
    throw new EnvError('AUTH_SECRET must be set (at least 32 characters) when DATABASE_URL is');
  const file = path.join(dataDir, 'auth-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    try {
      writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/** The environment of this process. next-auth reads its own two names, so they are set before it loads. */
export function env(): Env {
  return processWide('env', () => {
    const read = readEnv(process.env);
    process.env.NEXTAUTH_URL = read.siteUrl;
    process.env.NEXTAUTH_SECRET = read.authSecret;
    return read;
  });
}
