import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

export interface CollatorSettings {
  /** Where the portal shows what is found. */
  path: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** @throws InputError for a schedule that is none */
export function readCollatorSettings(
  config: RootConfigService,
  collator: string,
  defaultPath: string,
): CollatorSettings {
  const key = `search.collators.${collator}`;
  const schedule = config.getOptionalConfig(`${key}.schedule`);
  return {
    path: config.getOptionalString(`${key}.path`) ?? defaultPath,
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { minutes: 10 },
          initialDelay: { seconds: 30 },
          timeout: { minutes: 2 },
        },
  };
}
