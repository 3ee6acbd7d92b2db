import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium';

/**
 * Walks in a real browser on the built app, started through the real supervisor (e2e/support/global-setup.ts).
 * Nothing may leave this machine: names other than our own resolve nowhere.
 */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // Two noisy cores: a walk that only missed its time is walked again, and named as flaky in the report.
  retries: process.env.CI ? 2 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results/browser',
  globalSetup: './e2e/support/global-setup.ts',
  projects: [
    { name: 'browser', testIgnore: 'real/**' },
    { name: 'real', testMatch: 'real/**/*.spec.ts', timeout: 240_000 },
  ],
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // Recording every walk costs a sixth of the time: in CI only one that is walked again is recorded.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-default-apps',
        '--disable-features=OptimizationHints,MediaRouter,Translate',
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
      ],
    },
  },
});
