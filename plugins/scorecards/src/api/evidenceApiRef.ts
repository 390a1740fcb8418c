import { createApiRef } from '@backstage/frontend-plugin-api';
import { EvidenceApi } from '@synchrony/backstage-plugin-scorecards-common';

/**
 * Draws evidence packs.
 *
 * @public
 */
export const evidenceApiRef = createApiRef<EvidenceApi>().with({
  id: 'plugin.scorecards.evidence',
  pluginId: 'scorecards',
});
