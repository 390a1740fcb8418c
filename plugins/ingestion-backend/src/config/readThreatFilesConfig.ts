import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  THREAT_FILE_KINDS,
  ThreatFileKind,
} from '@synchrony/backstage-plugin-ingestion-common';

/** Where a file is, and how often to look. */
export interface ThreatFileSourceConfig {
  kind: ThreatFileKind;
  from: { path: string } | { url: string };
  schedule: SchedulerServiceTaskScheduleDefinition;
}

const DAILY: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 24 },
  timeout: { hours: 1 },
  initialDelay: { minutes: 1 },
};

export type ThreatFileDays = Record<ThreatFileKind, number>;

/** EPSS comes daily, KEV on most weeks, Vulnrichment whenever it is fetched. */
const DAYS: ThreatFileDays = { epss: 3, kev: 14, ssvc: 30 };

/** Days after which a file counts as old. */
export function readThreatFileDays(config: Config | undefined): ThreatFileDays {
  const read = (kind: ThreatFileKind) => {
    const days = config?.getOptionalNumber(kind) ?? DAYS[kind];
    if (days <= 0) {
      throw new InputError(
        `ingestion.threatIntelligence.warnAfterDays.${kind} must be more than 0`,
      );
    }
    return days;
  };
  return { epss: read('epss'), kev: read('kev'), ssvc: read('ssvc') };
}

/** Files that are loaded by the clock. */
export function readThreatFilesConfig(
  config: Config | undefined,
): ThreatFileSourceConfig[] {
  return THREAT_FILE_KINDS.flatMap(kind => {
    const source = config?.getOptionalConfig(kind);
    if (!source) {
      return [];
    }
    const path = source.getOptionalString('path');
    const url = source.getOptionalString('url');
    const schedule = source.getOptionalConfig('schedule');
    if ((path === undefined) === (url === undefined)) {
      throw new InputError(
        `ingestion.threatIntelligence.${kind} needs either path or url`,
      );
    }
    return [
      {
        kind,
        from: path === undefined ? { url: url ?? '' } : { path },
        schedule: schedule
          ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
          : DAILY,
      },
    ];
  });
}
