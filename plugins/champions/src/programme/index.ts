import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  coverageTab,
  effectTab,
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
  effectTab,
  settingsTab,
];
