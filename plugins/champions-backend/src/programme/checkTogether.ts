import { ProgrammeSettings } from '@synchrony/backstage-plugin-champions-common';

/** Something that is wrong at a place of the settings. */
export interface SettingsFault {
  path: PropertyKey[];
  message: string;
}

/** What is wrong with settings that are each well-formed. */
export function checkTogether(settings: ProgrammeSettings): SettingsFault[] {
  const faults: SettingsFault[] = [];
  const { activeFromLevel, capacity, levels, training } = settings;
  if (capacity.defaultPct > capacity.maxPct) {
    faults.push({
      path: ['capacity', 'defaultPct'],
      message: `The capacity that is proposed (${capacity.defaultPct} %) is more than a person gives at most (${capacity.maxPct} %)`,
    });
  }
  if (
    activeFromLevel > 0 &&
    !training.some(
      course => course.isRequired && course.level === activeFromLevel,
    )
  ) {
    faults.push({
      path: ['activeFromLevel'],
      message: `Champions become active from level ${activeFromLevel}, and no required course belongs to it`,
    });
  }
  if (levels.length !== 4) {
    faults.push({
      path: ['levels'],
      message: 'Each of the levels 0, 1, 2 and 3 needs a title',
    });
  }
  return faults;
}
