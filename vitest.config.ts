import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.next*/**', '.data*/**', 'e2e/**'],
    globalSetup: ['./db/testing-global.ts'],
    env: {
      DATA_DIR: '.data/test-files',
      AUTH_SECRET: 'test-secret-test-secret-test-secret-42',
      SITE_URL: 'http://localhost:3000',
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
    },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
