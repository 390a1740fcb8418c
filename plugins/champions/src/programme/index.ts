import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  coverageTab,
  effectTab,
  meetingsTab,
  peopleTab,
  pipelineTab,
  programmePage,
  settingsTab,
} from './extensions';

/** What this part adds to the portal. */
export const programmeExtensions: ExtensionDefinition[] = [
  programmePage,
  coverageTab,
  peopleTab,
  pipelineTab,
  meetingsTab,
  effectTab,
  settingsTab,
];
