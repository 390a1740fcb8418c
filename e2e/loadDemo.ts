import { spawnSync } from 'node:child_process';
import { DEMO_SERVICES } from './services';
import { PORTAL_URL } from './portal';

/** Sends the demo reports of the services that the tests look at. */
export default function loadDemo() {
  const result = spawnSync(
    'yarn',
    [
      'workspace',
      '@synchrony/demo',
      'load',
      '--url',
      PORTAL_URL,
      '--only',
      Object.values(DEMO_SERVICES).join(','),
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (result.status !== 0) {
    throw new Error('The demo reports could not be loaded');
  }
}
