import { ExtensionDefinition } from '@backstage/frontend-plugin-api';

/** What this part adds to the portal. */
export const teamExtensions: ExtensionDefinition[] = [];
