import {
  EntityProjection,
  EntityVisibility,
} from '@synchrony/backstage-plugin-scorecards-node';

/** Of which of these entities a caller may read the evidence. */
export async function evidenceOf(
  entities: Pick<EntityProjection, 'get'>,
  evidence: EntityVisibility,
  entityRefs: string[],
): Promise<(entityRef: string) => boolean> {
  if (evidence.kind !== 'where') {
    return () => evidence.kind === 'all';
  }
  const known = await entities.get([...new Set(entityRefs)]);
  return entityRef =>
    evidence.matches({
      entityRef,
      ownerRef: known.get(entityRef)?.ownerRef,
    });
}
