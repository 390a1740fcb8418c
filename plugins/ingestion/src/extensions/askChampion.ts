import { createExtensionInput } from '@backstage/frontend-plugin-api';
import { askChampionDataRef } from '@synchrony/ui';

/** Asking a champion about a finding, where a plugin offers it. */
export const askChampionInput = createExtensionInput([askChampionDataRef], {
  singleton: true,
  optional: true,
});
