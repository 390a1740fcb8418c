import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';

/**
 * `present` says that the entity is in the catalog; its parent is empty. The
 * parent of `businessService` is the id of an important business service.
 */
export type PlacementKind =
  'present' | 'partOf' | 'ownedBy' | 'businessService';

/** A place that an entity has, or had. Times are milliseconds since 1970. */
export interface Placement {
  child_ref: string;
  kind: PlacementKind;
  parent_ref: string;
  since: number;
  ended_at: number | null;
  /** 1 for what was recorded first of the entity. */
  is_first: number;
}

/** What was recorded of an entity, as it is needed to record more. */
export interface RecordedPlacements {
  open: Placement[];
  /** Whether anything was ever recorded of it. */
  isKnown: boolean;
}

/** What has to be written. */
export interface PlacementChanges {
  /** With their ends. */
  closed: Placement[];
  opened: Placement[];
}

const BUSINESS_SERVICE = 'synchrony.io/important-business-service';
/** A longer id is none, and would not fit. */
const LONGEST_ID = 255;

/** Kinds that scorecards cover, or that hold such. */
const KINDS = ['component', 'api', 'resource', 'system', 'domain'];

/** People, groups and places are of no concern here. */
export function hasPlacements(entityRef: string): boolean {
  return KINDS.includes(entityRef.split(':')[0]);
}

function keyOf({
  kind,
  parent_ref,
}: Pick<Placement, 'kind' | 'parent_ref'>): string {
  return `${kind} ${parent_ref}`;
}

function businessServicesOf({ annotations }: EntityRow): string[] {
  return (annotations[BUSINESS_SERVICE] ?? '')
    .split(',')
    .map(id => id.trim())
    .filter(id => id !== '' && id.length <= LONGEST_ID);
}

function wantedOf(row: EntityRow): Pick<Placement, 'kind' | 'parent_ref'>[] {
  return [
    { kind: 'present', parent_ref: '' },
    ...row.relations.flatMap(({ type, targetRef }) =>
      type === 'partOf' || type === 'ownedBy'
        ? [{ kind: type, parent_ref: targetRef } as const]
        : [],
    ),
    ...businessServicesOf(row).map(
      id => ({ kind: 'businessService', parent_ref: id }) as const,
    ),
  ];
}

function close(open: readonly Placement[], at: number): Placement[] {
  return open.map(row => ({ ...row, ended_at: Math.max(at, row.since) }));
}

/**
 * What an entity's new place changes. The past is never rewritten, and the
 * same place told twice changes nothing.
 */
export function placeEntity(
  row: EntityRow,
  { isKnown, open }: RecordedPlacements,
): PlacementChanges {
  const at = Math.max(Date.parse(row.asOf), ...open.map(({ since }) => since));
  const wanted = new Map(wantedOf(row).map(each => [keyOf(each), each]));
  const held = new Set(open.map(keyOf));
  return {
    closed: close(
      open.filter(each => !wanted.has(keyOf(each))),
      at,
    ),
    opened: [...wanted.values()]
      .filter(each => !held.has(keyOf(each)))
      .map(each => ({
        ...each,
        child_ref: row.entityRef,
        since: at,
        ended_at: null,
        is_first: isKnown ? 0 : 1,
      })),
  };
}

/** What it changes that an entity is gone. */
export function removeEntity(
  { open }: RecordedPlacements,
  at: number,
): PlacementChanges {
  return { closed: close(open, at), opened: [] };
}

/** Where an entity stood at a time. */
export interface Place {
  ownerRefs: string[];
  partOf: string[];
  /** Ids of important business services that it is. */
  businessServices: string[];
  /** Whether it is recorded that the entity was in the catalog then. */
  isPresent: boolean;
  /** When its place was recorded, where that was later than the time. */
  recordedAt?: number;
}

/** @param rows - of one entity, those that count at the time */
export function placeAt(rows: readonly Placement[], time: number): Place {
  const parents = (kind: PlacementKind) =>
    rows
      .filter(row => row.kind === kind)
      .map(row => row.parent_ref)
      .sort();
  const isLater = rows.length > 0 && rows.every(({ since }) => since > time);
  return {
    ownerRefs: parents('ownedBy'),
    partOf: parents('partOf'),
    businessServices: parents('businessService'),
    isPresent: rows.some(
      ({ kind, since }) => kind === 'present' && since <= time,
    ),
    ...(isLater && { recordedAt: rows[0].since }),
  };
}
