import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const files = globSync('**/*.test.{ts,tsx}', {
  cwd: root,
  exclude: ['node_modules/**', '.next*/**', '.data*/**', 'e2e/**'],
});
/** Tests that ask for the migrated template, or start Postgres themselves; the rest run in seconds, without it. */
const needsPostgres = (file: string) =>
  /inject\('templateUrl'\)|openTestNewsroom\(|embeddedPostgres\(/.test(
    readFileSync(path.join(root, file), 'utf8'),
  );

const project = (name: string, include: string[], globalSetup: string[]) => ({
  extends: true as const,
  test: { name, include, globalSetup },
});

export default defineConfig({
  resolve: { alias: { '@': root } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    env: {
      DATA_DIR: '.data/test-files',
      // Whatever the shell has: no test may reach a real database or relay.
      DATABASE_URL: '',
      SMTP_URL: '',
      AUTH_SECRET: 'test-secret-test-secret-test-secret-42',
      SITE_URL: 'http://localhost:3000',
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
    },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    // Two noisy cores, see playwright.config.ts.
    retry: process.env.CI ? 2 : 0,
    hookTimeout: 60_000,
    projects: [
      project(
        'unit',
        files.filter((file) => !needsPostgres(file)),
        [],
      ),
      project('integration', files.filter(needsPostgres), ['./db/testing-global.ts']),
    ],
  },
});
