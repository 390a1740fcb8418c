import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TeamSettings } from '@synchrony/backstage-plugin-virtual-teams-common';
import { DEFAULT_SETTINGS } from './defaultSettings';
import { parseSettings } from './parseSettings';

const EXAMPLE = resolvePackagePath(
  '@synchrony/backstage-plugin-virtual-teams-backend',
  'examples',
  'settings.yaml',
);

/**
 * The settings of a portal that has not written its own. Their templates are
 * those of the example, so that there is one text of them.
 *
 * @throws Error when the example that is shipped is no good
 */
export async function readBuiltInSettings(): Promise<TeamSettings> {
  const { faults, value } = parseSettings(
    await readFile(EXAMPLE, 'utf8'),
    DEFAULT_SETTINGS,
  );
  if (!value) {
    throw new Error(`The built-in settings have faults: ${faults[0]?.message}`);
  }
  return { ...DEFAULT_SETTINGS, templates: value.templates };
}
