import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from './toolchain.mjs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium on this machine, or undefined. */
export function findChromium() {
  const { chromium } = createRequire(path.join(ROOT, 'package.json'))(
    '@playwright/test',
  );
  return [
    process.env.SYNCHRONY_CHROMIUM,
    ...USUAL_PLACES,
    chromium.executablePath(),
  ].find(file => file && existsSync(file));
}

export const HOW_TO_GET_CHROMIUM =
  'Install one ("apt-get install chromium" or "npx playwright install chromium"), or name one in SYNCHRONY_CHROMIUM.';
