import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { evidenceReadPermission } from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityAccess,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { ScorecardsService } from './ScorecardsService';

/** What decides what a caller may see of an entity. */
export interface EntityGate {
  scorecards: ScorecardsService;
  access: EntityAccess;
  catalog: CatalogVisibility;
}

/** An entity that the caller may see. */
export interface OpenedEntity {
  entityRef: string;
  /** Whether the caller may see what stands behind its scores. */
  isOpen: boolean;
}

/**
 * Opens an entity for a caller.
 *
 * @throws NotAllowedError without the right to read scores
 * @throws NotFoundError when there is none that the caller may see
 */
export async function openEntity(
  { access, catalog, scorecards }: EntityGate,
  credentials: BackstageCredentials,
  ref: string,
): Promise<OpenedEntity> {
  const entityRef = normalizeEntityRef(ref);
  const [, seen, isOpen] = await Promise.all([
    scorecards.requireScores(credentials),
    catalog.filter(credentials, [entityRef]),
    access.can(credentials, evidenceReadPermission, entityRef),
  ]);
  if (!seen.has(entityRef)) {
    throw new NotFoundError(`No entity ${entityRef}`);
  }
  return { entityRef, isOpen };
}
