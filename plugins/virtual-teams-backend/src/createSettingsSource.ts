import {
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { DefinitionFile } from './definitions/DefinitionFile';
import { parseSettings } from './settings/parseSettings';
import { readBuiltInSettings } from './settings/readBuiltInSettings';
import { SettingsSource } from './settings/SettingsSource';
import { DefinitionFileStore } from './store/DefinitionFileStore';

export interface SettingsSourceOptions {
  database: Knex;
  config: RootConfigService;
  urlReader: UrlReaderService;
  logger: LoggerService;
  clock: () => Date;
}

/** The file that app-config names, or the settings that are built in. */
export async function createSettingsSource(
  options: SettingsSourceOptions,
): Promise<SettingsSource> {
  const builtIn = await readBuiltInSettings();
  const location = options.config.getOptionalString(
    'virtualTeams.settings.location',
  );
  if (location === undefined) {
    const loadedAt = options.clock().toISOString();
    return { current: () => ({ settings: builtIn, loadedAt, faults: [] }) };
  }
  const file = new DefinitionFile({
    ...options,
    subject: 'settings of virtual teams',
    location,
    builtIn,
    parse: text => parseSettings(text, builtIn),
    files: new DefinitionFileStore(options.database, 'settings'),
  });
  await file.refresh();
  return {
    current: () => {
      const { value, ...state } = file.current();
      return { settings: value, ...state };
    },
    start: () => file.start(),
    stop: () => file.stop(),
  };
}
