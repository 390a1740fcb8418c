import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';

/** Facts of the catalog, `catalog` in rules. An absent text is empty. */
export interface CatalogFacts {
  kind: string;
  type: string;
  lifecycle: string;
  owner: { ref: string; kind: string; exists: boolean };
  system: string;
  criticality: string;
  dataClassification: string;
  exposure: string;
  runtime: string;
  importantBusinessService: string;
  iac: boolean;
  hasRepository: boolean;
  hasDependencies: boolean;
  isWebsiteOrService: boolean;
  providesApi: boolean;
  isDeployable: boolean;
  /** Whom to tell of a vulnerability: an address or a link. */
  securityContact: string;
  /** Links of the entity's operation. */
  securityLogs: string;
  alerts: string;
  runbook: string;
}

const text = (title: string) => ({ type: 'string', title });
const flag = (title: string) => ({ type: 'boolean', title });

/** JSON Schema of {@link CatalogFacts}. */
export const catalogFactsSchema = {
  type: 'object',
  title: 'What the catalog says',
  properties: {
    kind: text('Kind'),
    type: text('Type'),
    lifecycle: text('Lifecycle'),
    owner: {
      type: 'object',
      title: 'Owner',
      properties: {
        ref: text('Owner'),
        kind: text('Kind of the owner'),
        exists: flag('The owner is in the catalog'),
      },
    },
    system: text('System'),
    criticality: text('Criticality'),
    dataClassification: text('Data classification'),
    exposure: text('Exposure'),
    runtime: text('Runtime'),
    importantBusinessService: text('Important business service'),
    iac: flag('Has infrastructure as code'),
    hasRepository: flag('Has a source repository'),
    hasDependencies: flag('Has dependencies'),
    isWebsiteOrService: flag('Is a website or a service'),
    providesApi: flag('Provides an API'),
    isDeployable: flag('Is deployed somewhere'),
    securityContact: text('Contact for vulnerability reports'),
    securityLogs: text('Security logs'),
    alerts: text('Alerts'),
    runbook: text('Runbook'),
  },
};

const SERVED_TYPES = new Set(['service', 'website']);
const DEPLOYED_RUNTIMES = new Set([
  'container',
  'serverless',
  'vm',
  'mainframe',
]);

export function toCatalogFacts(
  entity: EntityRow,
  ownerExists: boolean,
): CatalogFacts {
  const annotation = (name: string) =>
    entity.annotations[`synchrony.io/${name}`] ?? '';
  const hasRepository = Boolean(
    entity.annotations['backstage.io/source-location'],
  );
  return {
    kind: entity.kind,
    type: entity.type ?? '',
    lifecycle: entity.lifecycle ?? '',
    owner: {
      ref: entity.ownerRef ?? '',
      kind: entity.ownerRef ? parseEntityRef(entity.ownerRef).kind : '',
      exists: ownerExists,
    },
    system: entity.systemRef ?? '',
    criticality: annotation('criticality'),
    dataClassification: annotation('data-classification'),
    exposure: annotation('exposure'),
    runtime: annotation('runtime'),
    importantBusinessService: annotation('important-business-service'),
    iac: annotation('iac') === 'true',
    hasRepository,
    hasDependencies: hasRepository,
    isWebsiteOrService: SERVED_TYPES.has(entity.type ?? ''),
    providesApi: entity.relations.some(({ type }) => type === 'providesApi'),
    isDeployable:
      SERVED_TYPES.has(entity.type ?? '') ||
      DEPLOYED_RUNTIMES.has(annotation('runtime')),
    securityContact: annotation('security-contact'),
    securityLogs: annotation('security-logs'),
    alerts: annotation('alerts'),
    runbook: annotation('runbook'),
  };
}
