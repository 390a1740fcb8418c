import { readFile } from 'node:fs/promises';
import {
  LoggerService,
  resolvePackagePath,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { SkillTaxonomy } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { DefinitionFile } from './definitions/DefinitionFile';
import { parseSkills } from './skills/parseSkills';
import { SkillsSource } from './skills/SkillsSource';
import { DefinitionFileStore } from './store/DefinitionFileStore';

export interface SkillsSourceOptions {
  database: Knex;
  config: RootConfigService;
  urlReader: UrlReaderService;
  logger: LoggerService;
  clock: () => Date;
}

const BUILT_IN = resolvePackagePath(
  '@synchrony/backstage-plugin-virtual-teams-backend',
  'examples',
  'skills.yaml',
);

/** The file that app-config names, or the skills that are built in. */
export async function createSkillsSource(
  options: SkillsSourceOptions,
): Promise<SkillsSource> {
  const { value: builtIn = [] } = parseSkills(await readFile(BUILT_IN, 'utf8'));
  const location = options.config.getOptionalString(
    'virtualTeams.skills.location',
  );
  if (location === undefined) {
    const taxonomy: SkillTaxonomy = {
      items: builtIn,
      loadedAt: options.clock().toISOString(),
      faults: [],
    };
    return { current: () => taxonomy };
  }
  const file = new DefinitionFile({
    ...options,
    subject: 'skills',
    location,
    builtIn,
    parse: parseSkills,
    files: new DefinitionFileStore(options.database, 'skills'),
  });
  await file.refresh();
  return {
    current: () => {
      const { value, ...rest } = file.current();
      return { items: value, ...rest };
    },
    start: () => file.start(),
    stop: () => file.stop(),
    refresh: () => file.refresh(),
  };
}
