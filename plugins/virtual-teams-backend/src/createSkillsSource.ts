import { readFile } from 'node:fs/promises';
import {
  LoggerService,
  resolvePackagePath,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { SkillTaxonomy } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { parseSkills } from './skills/parseSkills';
import { SkillsFile } from './skills/SkillsFile';
import { SkillsSource } from './skills/SkillsSource';
import { SkillFileStore } from './store/SkillFileStore';

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
  const { skills = [] } = parseSkills(await readFile(BUILT_IN, 'utf8'));
  const builtIn: SkillTaxonomy = {
    items: skills,
    loadedAt: options.clock().toISOString(),
    faults: [],
  };
  const location = options.config.getOptionalString(
    'virtualTeams.skills.location',
  );
  if (location === undefined) {
    return { current: () => builtIn };
  }
  const file = new SkillsFile({
    ...options,
    location,
    builtIn,
    files: new SkillFileStore(options.database),
  });
  await file.refresh();
  return file;
}
