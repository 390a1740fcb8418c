import { RELATION_CHILD_OF, RELATION_PART_OF } from '@backstage/catalog-model';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';

/** Kinds at which a champion can stand. */
export const SCOPE_KINDS: readonly string[] = [
  'group',
  'system',
  'domain',
  'component',
];

/** Kinds whose coverage is known. */
export const COVERED_KINDS: readonly string[] = [
  ...SCOPE_KINDS,
  'api',
  'resource',
];

/** Entities by ref; those that are not there are not in the catalog. */
export type KnownEntities = ReadonlyMap<string, EntityRow | undefined>;

export function kindOf(entityRef: string): string {
  return entityRef.slice(0, entityRef.indexOf(':'));
}

function targets(row: EntityRow, type: string, kind: string): string[] {
  return row.relations
    .filter(
      relation => relation.type === type && kindOf(relation.targetRef) === kind,
    )
    .map(({ targetRef }) => targetRef);
}

function ownerGroupOf({ ownerRef }: EntityRow): string[] {
  return ownerRef !== undefined && kindOf(ownerRef) === 'group'
    ? [ownerRef]
    : [];
}

/** What an entity is directly part of: where its scopes go on. */
export function parentsOf(row: EntityRow): string[] {
  return [
    ...targets(row, RELATION_PART_OF, 'system'),
    ...targets(row, RELATION_PART_OF, 'domain'),
    ...targets(row, RELATION_CHILD_OF, 'group'),
    ...ownerGroupOf(row),
  ];
}

/** A ref and all above it in a hierarchy, each once, from near to far. */
function climb(
  starts: readonly string[],
  next: (row: EntityRow) => string[],
  known: KnownEntities,
): string[] {
  const seen = new Set<string>();
  let level = [...starts];
  while (level.length > 0) {
    const fresh = level.filter(ref => !seen.has(ref));
    fresh.forEach(ref => seen.add(ref));
    level = fresh.flatMap(ref => {
      const row = known.get(ref);
      return row ? next(row) : [];
    });
  }
  return [...seen];
}

function groupsAbove(starts: readonly string[], known: KnownEntities) {
  return climb(starts, row => targets(row, RELATION_CHILD_OF, 'group'), known);
}

/** A group and its parents, from near to far. */
export function groupChain(groupRef: string, known: KnownEntities): string[] {
  return groupsAbove([groupRef], known);
}

/**
 * Where a champion of an entity can stand, from near to far: itself, its
 * system, the system's domain and those above, then the group that owns it and
 * the groups above. A ref that the catalog does not know stays in the chain, so
 * that it counts as soon as it appears.
 */
export function scopesOf(row: EntityRow, known: KnownEntities): string[] {
  const own = SCOPE_KINDS.includes(row.kind) ? [row.entityRef] : [];
  const systems = targets(row, RELATION_PART_OF, 'system');
  const domains = climb(
    [
      ...targets(row, RELATION_PART_OF, 'domain'),
      ...systems.flatMap(ref => {
        const system = known.get(ref);
        return system ? targets(system, RELATION_PART_OF, 'domain') : [];
      }),
    ],
    domain => targets(domain, RELATION_PART_OF, 'domain'),
    known,
  );
  const groups = groupsAbove(
    row.kind === 'group'
      ? targets(row, RELATION_CHILD_OF, 'group')
      : ownerGroupOf(row),
    known,
  );
  return [...new Set([...own, ...systems, ...domains, ...groups])];
}
