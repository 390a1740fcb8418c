import { TeamSettings } from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  ParsedDefinition,
  parseDefinition,
} from '../definitions/parseDefinition';
import { settingsFileSchema } from './settingsSchema';

/**
 * Reads the file of the settings.
 *
 * @param builtIn - what holds where the file says nothing
 */
export function parseSettings(
  text: string,
  builtIn: TeamSettings,
): ParsedDefinition<TeamSettings> {
  return parseDefinition(
    text,
    settingsFileSchema
      .transform((content): TeamSettings => ({ ...builtIn, ...content }))
      .superRefine(({ answerDays, reminderDays }, context) => {
        if (reminderDays >= answerDays) {
          context.addIssue({
            code: 'custom',
            path: ['reminderDays'],
            message: `An invitation ends after ${answerDays} days, before it would be brought to mind`,
          });
        }
      }),
  );
}
