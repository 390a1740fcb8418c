import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permissions about what stands behind an entity are decided per entity: the
 * resource is the entity, named by its ref.
 *
 * @public
 */
export const RESOURCE_TYPE_INGESTION_ENTITY = 'ingestion-entity';

/** Sending a report. @public */
export const reportSubmitPermission = createPermission({
  name: 'ingestion.report.submit',
  attributes: { action: 'create' },
});

/** Reading receipts of reports. @public */
export const reportReadPermission = createPermission({
  name: 'ingestion.report.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_INGESTION_ENTITY,
});

/** Reading findings, their counts and coverage. @public */
export const findingReadPermission = createPermission({
  name: 'ingestion.finding.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_INGESTION_ENTITY,
});

/** Deciding on findings: confirming, dismissing, assigning. @public */
export const findingTriagePermission = createPermission({
  name: 'ingestion.finding.triage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_INGESTION_ENTITY,
});

/** Reading the facts that ingestion publishes, for plugins of the suite. @public */
export const factsReadPermission = createPermission({
  name: 'ingestion.facts.read',
  attributes: { action: 'read' },
});

/** Seeing which upload tokens there are, never their secrets. @public */
export const tokenReadPermission = createPermission({
  name: 'ingestion.token.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_INGESTION_ENTITY,
});

/**
 * Making, rotating and revoking upload tokens; decided for every entity that
 * the token is bound to.
 *
 * @public
 */
export const tokenManagePermission = createPermission({
  name: 'ingestion.token.manage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_INGESTION_ENTITY,
});

/**
 * Running ingestion: the health of its queue, and what becomes of reports and
 * evidence of entities that the catalog does not have. Shows no finding.
 *
 * @public
 */
export const adminPermission = createPermission({
  name: 'ingestion.admin',
  attributes: { action: 'update' },
});

/** Asking for a waiver, and seeing beforehand what it would hide. @public */
export const waiverRequestPermission = createPermission({
  name: 'ingestion.waiver.request',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_INGESTION_ENTITY,
});

/**
 * Deciding on waivers, for those who also have a role that is needed; decided
 * for every entity that the waiver is for.
 *
 * @public
 */
export const waiverApprovePermission = createPermission({
  name: 'ingestion.waiver.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_INGESTION_ENTITY,
});

/** Reading waivers and how much they hide. @public */
export const waiverReadPermission = createPermission({
  name: 'ingestion.waiver.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_INGESTION_ENTITY,
});

/** Reading which files of EPSS, KEV and SSVC are loaded. @public */
export const intelligenceReadPermission = createPermission({
  name: 'ingestion.intelligence.read',
  attributes: { action: 'read' },
});

/** Loading files of EPSS, KEV and SSVC. @public */
export const intelligenceManagePermission = createPermission({
  name: 'ingestion.intelligence.manage',
  attributes: { action: 'update' },
});

/** @public */
export const ingestionPermissions = [
  factsReadPermission,
  reportSubmitPermission,
  reportReadPermission,
  findingReadPermission,
  findingTriagePermission,
  tokenReadPermission,
  tokenManagePermission,
  waiverRequestPermission,
  waiverApprovePermission,
  waiverReadPermission,
  intelligenceReadPermission,
  intelligenceManagePermission,
  adminPermission,
];
