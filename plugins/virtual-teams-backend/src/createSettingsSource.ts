import { DEFAULT_SETTINGS } from './settings/defaultSettings';
import { SettingsSource } from './settings/SettingsSource';

/** The settings that are built in. */
export function createSettingsSource(options: {
  clock: () => Date;
}): SettingsSource {
  const loadedAt = options.clock().toISOString();
  return {
    current: () => ({ settings: DEFAULT_SETTINGS, loadedAt, faults: [] }),
  };
}
