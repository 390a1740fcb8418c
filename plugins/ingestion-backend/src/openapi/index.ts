import { JsonObject } from '@backstage/types';
import { arrivalPaths, arrivalSchemas } from './arrivals';
import { attentionPaths, attentionSchemas } from './attention';
import { coveragePaths, coverageSchemas } from './coverage';
import { deliveryPaths } from './deliveryPaths';
import { deliverySchemas } from './deliverySchemas';
import { evidencePaths, evidenceSchemas } from './evidenceRecords';
import { entityFindingPaths, entityFindingSchemas } from './entityFindings';
import { errorSchemas } from './errorSchemas';
import { findingPaths } from './findingPaths';
import { findingSchemas } from './findingSchemas';
import { findingViewSchemas } from './findingViews';
import { gatePaths, gateSchemas } from './gate';
import { healthPaths, healthSchemas } from './health';
import { inventoryPaths } from './inventoryPaths';
import { inventorySchemas } from './inventorySchemas';
import { oidcPaths, oidcSchemas } from './oidc';
import { quarantinePaths, quarantineSchemas } from './quarantine';
import { remediationPaths, remediationSchemas } from './remediation';
import { reportPaths, reportSchemas } from './reports';
import { scopePaths, scopeSchemas } from './scopes';
import {
  threatIntelligencePaths,
  threatIntelligenceSchemas,
} from './threatIntelligence';
import { uploadTokenPaths, uploadTokenSchemas } from './uploadTokens';
import { waiverPaths } from './waiverPaths';
import { waiverSchemas } from './waiverSchemas';

/** Served as `/openapi.json`; a test holds the router to it. */
export const openApi: JsonObject = {
  openapi: '3.1.0',
  info: {
    title: 'Synchrony ingestion',
    description: 'Receives security reports and answers about findings.',
    version: '1.0.0',
  },
  servers: [{ url: '/api/ingestion' }],
  security: [{ bearer: [] }],
  paths: {
    ...arrivalPaths,
    ...attentionPaths,
    ...coveragePaths,
    ...deliveryPaths,
    ...evidencePaths,
    ...entityFindingPaths,
    ...findingPaths,
    ...gatePaths,
    ...healthPaths,
    ...inventoryPaths,
    ...oidcPaths,
    ...quarantinePaths,
    ...remediationPaths,
    ...reportPaths,
    ...scopePaths,
    ...threatIntelligencePaths,
    ...uploadTokenPaths,
    ...waiverPaths,
  },
  components: {
    schemas: {
      ...arrivalSchemas,
      ...attentionSchemas,
      ...coverageSchemas,
      ...deliverySchemas,
      ...evidenceSchemas,
      ...entityFindingSchemas,
      ...errorSchemas,
      ...findingSchemas,
      ...findingViewSchemas,
      ...gateSchemas,
      ...healthSchemas,
      ...inventorySchemas,
      ...oidcSchemas,
      ...quarantineSchemas,
      ...remediationSchemas,
      ...reportSchemas,
      ...scopeSchemas,
      ...threatIntelligenceSchemas,
      ...uploadTokenSchemas,
      ...waiverSchemas,
    },
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
  },
};
