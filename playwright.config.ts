import { defineConfig } from '@playwright/test';
import { DATA_FOLDER, PORTAL_URL } from './e2e/portal';

const portal = new URL(PORTAL_URL);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'build/test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json']],
  globalSetup: './e2e/loadDemo.ts',
  use: {
    baseURL: PORTAL_URL,
    viewport: { width: 1440, height: 1000 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.SYNCHRONY_CHROMIUM || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command:
      'node scripts/start-production.mjs --config app-config.demo.yaml --config e2e/app-config.yaml',
    url: `${PORTAL_URL}/.backstage/health/v1/readiness`,
    timeout: 120_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    env: {
      NODE_ENV: 'development',
      SYNCHRONY_BASE_URL: PORTAL_URL,
      SYNCHRONY_DATA_DIR: DATA_FOLDER,
      APP_CONFIG_backend_listen_port: portal.port,
    },
  },
});
