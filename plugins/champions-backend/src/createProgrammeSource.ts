import {
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { DEFAULT_SETTINGS } from './programme/defaultSettings';
import { ProgrammeSource } from './programme/ProgrammeSource';
import { ProgrammeFile } from './service/programme/ProgrammeFile';
import { ProgrammeFileStore } from './store/programme/ProgrammeFileStore';

export interface ProgrammeSourceOptions {
  database: Knex;
  config: RootConfigService;
  urlReader: UrlReaderService;
  logger: LoggerService;
  clock: () => Date;
}

/** The file that app-config names, or the programme that is built in. */
export async function createProgrammeSource(
  options: ProgrammeSourceOptions,
): Promise<ProgrammeSource> {
  const location = options.config.getOptionalString(
    'champions.programme.location',
  );
  if (location === undefined) {
    const loadedAt = options.clock().toISOString();
    return {
      current: () => ({ settings: DEFAULT_SETTINGS, loadedAt, faults: [] }),
    };
  }
  const file = new ProgrammeFile({
    ...options,
    location,
    files: new ProgrammeFileStore(options.database),
  });
  await file.refresh();
  return file;
}
