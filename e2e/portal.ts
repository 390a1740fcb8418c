import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where the portal under test listens: beside a portal that a person may have running. */
export const PORTAL_URL = 'http://localhost:7107';

/** A database folder of this run alone; the same for every process of the run. */
export const DATA_FOLDER = (process.env.SYNCHRONY_E2E_DATA ??= mkdtempSync(
  path.join(os.tmpdir(), 'synchrony-e2e-'),
));
