import {
  INTERACTION_MODES,
  SKILL_LEVELS,
  TEAM_KINDS,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { answer, listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const time = { type: 'string', format: 'date-time' };
const number = { type: 'number' };

export const settingsSchemas = {
  TeamSettingsState: object(
    {
      settings: ref('TeamSettings'),
      location: text,
      loadedAt: time,
      faults: listOf(
        object({ message: text, line: count, column: count }, [
          'line',
          'column',
        ]),
      ),
    },
    ['location'],
  ),
  TeamSettings: object(
    {
      templates: listOf(ref('TeamTemplate')),
      platformGroupTypes: listOf(text),
      allocationLimitPct: count,
      managerSeesAbovePct: count,
      answerDays: count,
      reminderDays: count,
      staleAfterDays: count,
      expertiseStaleMonths: count,
      guild: object({ title: text, url: text }),
      managers: text,
    },
    ['guild', 'managers'],
  ),
  TeamTemplate: object(
    {
      id: text,
      title: text,
      description: text,
      kind: { enum: [...TEAM_KINDS] },
      outcome: text,
      inScope: text,
      outOfScope: text,
      measures: listOf(
        object({ title: text, unit: text, start: number, aim: number }),
      ),
      interactionMode: { enum: [...INTERACTION_MODES] },
      requiredExpertise: listOf(
        object(
          {
            skillId: text,
            level: { enum: [...SKILL_LEVELS] },
            count,
            title: text,
          },
          ['title'],
        ),
      ),
      reviewAfterDays: count,
      endsAfterDays: count,
    },
    ['reviewAfterDays', 'endsAfterDays'],
  ),
};

export const settingsPaths = {
  '/settings': {
    get: {
      summary: 'The settings in force, with the templates of teams',
      description:
        'Templates ask only for skills that the taxonomy of the portal has.',
      responses: {
        '200': answer('TeamSettingsState'),
        '401': { description: 'Not signed in' },
        '403': { description: 'Not allowed' },
      },
    },
  },
};
