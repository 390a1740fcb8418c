import { Skill } from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  parseDefinition,
  ParsedDefinition,
} from '../definitions/parseDefinition';
import { skillsFileSchema } from './skillsSchema';

/** Reads the file of the taxonomy. */
export function parseSkills(text: string): ParsedDefinition<Skill[]> {
  const { faults, value } = parseDefinition(text, skillsFileSchema);
  return value ? { value: value.skills, faults: [] } : { faults };
}
