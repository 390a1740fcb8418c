import { TeamSettings } from '@synchrony/backstage-plugin-virtual-teams-common';

/** In force where app-config names no file. */
export const DEFAULT_SETTINGS: TeamSettings = {
  templates: [],
  platformGroupTypes: ['platform'],
  allocationLimitPct: 20,
  managerSeesAbovePct: 10,
  answerDays: 14,
  reminderDays: 7,
  staleAfterDays: 30,
  expertiseStaleMonths: 12,
};
