import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permissions about what stands behind a score are decided per entity: the
 * resource is the entity, named by its ref.
 *
 * @public
 */
export const RESOURCE_TYPE_SCORECARDS_ENTITY = 'scorecards-entity';

/** Levels, scores and outcomes. @public */
export const scoreReadPermission = createPermission({
  name: 'scorecards.score.read',
  attributes: { action: 'read' },
});

/** Evidence, reasons, ratios and plan; decided as for findings. @public */
export const evidenceReadPermission = createPermission({
  name: 'scorecards.evidence.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SCORECARDS_ENTITY,
});

/** Pushing facts of sources that take them, see `PUT /facts/{source}`. @public */
export const factsWritePermission = createPermission({
  name: 'scorecards.facts.write',
  attributes: { action: 'update' },
});

/** Trying definitions out before they are in use. @public */
export const definitionsManagePermission = createPermission({
  name: 'scorecards.definitions.manage',
  attributes: { action: 'update' },
});

/** Drawing evidence packs, for those who audit. @public */
export const auditReadPermission = createPermission({
  name: 'scorecards.audit.read',
  attributes: { action: 'read' },
});
