import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

const KEY = 'search.collators.scorecards';

export interface CollatorSettings {
  /** Where the portal shows definitions. */
  path: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** @throws InputError for a schedule that is none */
export function readCollatorSettings(
  config: RootConfigService,
): CollatorSettings {
  const schedule = config.getOptionalConfig(`${KEY}.schedule`);
  return {
    path: config.getOptionalString(`${KEY}.path`) ?? '/scorecards/definitions',
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { minutes: 10 },
          initialDelay: { seconds: 30 },
          timeout: { minutes: 2 },
        },
  };
}
