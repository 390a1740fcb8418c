import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  HealthApi,
  ThreatIntelligenceApi,
} from '@synchrony/backstage-plugin-ingestion-common';

/**
 * How ingestion gets on, and the files of threat intelligence.
 *
 * @public
 */
export const healthApiRef = createApiRef<
  HealthApi & ThreatIntelligenceApi
>().with({
  id: 'plugin.ingestion.health',
  pluginId: 'ingestion',
});
