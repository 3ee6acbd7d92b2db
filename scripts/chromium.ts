import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium of this machine: CHROMIUM_PATH, else where systems put it, else Playwright's own download; or null. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  return [...usual, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}

/** Finds Chromium or, as root where there is apt, installs Debian's; else null, and the caller says `howToInstall`. */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;
  console.info('No Chromium here; installing the one of this system (apt-get install chromium).');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return findChromium();
}

export const howToInstall =
  'The browser tests need Chromium, and there is none. Install it (Debian, Ubuntu: sudo apt-get install chromium; elsewhere: npx playwright install chromium), or set CHROMIUM_PATH.';
