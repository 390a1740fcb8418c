import {
  InventoryMatch,
  InventorySearchItem,
  InventorySearchSummary,
  OwnerCounts,
  Page,
} from '@synchrony/backstage-plugin-ingestion-common';
import { InventoryEntity } from '../store/InventorySearchStore';
import { Cursors } from './cursor';
import { RequestError } from './RequestError';

const DEFAULT_LIMIT = 50;
/** Of one entity: a repository may have the same package in many places. */
const MOST_MATCHES = 20;
const MOST_OWNERS = 100;
const ITEMS_A_PIECE = 1000;

/** An entity with the bucket that it belongs to. */
export interface Sorted<Bucket extends string> {
  entity: InventoryEntity;
  bucket: Bucket;
}

export interface SearchPageOptions<Bucket extends string> {
  cursors: Cursors;
  buckets: readonly Bucket[];
  bucket: Bucket;
  /** Limits the page to what this owner has. */
  ownedBy?: string;
  /** What the cursor belongs to. */
  list: unknown;
  cursor?: string;
  limit?: number;
}

/** More entities or findings than a search looks through; an export must not hide that. */
export function requireComplete(isLowerBound: boolean): void {
  if (isLowerBound) {
    throw new RequestError(
      422,
      'There are more entities or findings than a search looks through; the file would not be complete',
    );
  }
}

/** All that was sorted, bucket by bucket and then by ref, in pieces. */
export function* toExportPages<Bucket extends string, Item>(
  sorted: Sorted<Bucket>[],
  buckets: readonly Bucket[],
  toItem: (sorted: Sorted<Bucket>) => Item,
): Generator<Item[]> {
  for (const bucket of buckets) {
    const own = sorted.filter(each => each.bucket === bucket);
    for (let start = 0; start < own.length; start += ITEMS_A_PIECE) {
      yield own.slice(start, start + ITEMS_A_PIECE).map(toItem);
    }
  }
}

/** Counts of all buckets, and one page of the entities of one, by their refs. */
export function toSearchPage<Bucket extends string, Item>(
  sorted: Sorted<Bucket>[],
  options: SearchPageOptions<Bucket>,
  toItem: (sorted: Sorted<Bucket>) => Item,
): Pick<InventorySearchSummary<Bucket>, 'counts' | 'owners'> & Page<Item> {
  const { bucket, buckets, cursor, limit = DEFAULT_LIMIT, list } = options;
  const { cursors, ownedBy } = options;
  const place = cursor ? cursors.decode(cursor, list) : undefined;
  const all = sorted.filter(
    each =>
      each.bucket === bucket &&
      (ownedBy === undefined || each.entity.ownerRef === ownedBy),
  );
  const rows = pageOf(all, place, limit);
  const cursorAt = (row: Sorted<Bucket> | undefined, backwards: boolean) =>
    row &&
    cursors.encode({ position: [row.entity.entityRef], backwards }, list);
  const isFirst = rows[0] === all[0];
  const isLast = rows.at(-1) === all.at(-1);
  return {
    counts: countsOf(buckets, sorted),
    owners: ownersOf(buckets, bucket, sorted),
    items: rows.map(toItem),
    totalItems: all.length,
    pageInfo: {
      nextCursor: isLast ? undefined : cursorAt(rows.at(-1), false),
      prevCursor: isFirst ? undefined : cursorAt(rows[0], true),
    },
  };
}

function countsOf<Bucket extends string>(
  buckets: readonly Bucket[],
  sorted: Sorted<Bucket>[],
): Record<Bucket, number> {
  const counts = Object.fromEntries(buckets.map(name => [name, 0])) as Record<
    Bucket,
    number
  >;
  for (const each of sorted) {
    counts[each.bucket] += 1;
  }
  return counts;
}

function ownersOf<Bucket extends string>(
  buckets: readonly Bucket[],
  bucket: Bucket,
  sorted: Sorted<Bucket>[],
): OwnerCounts<Bucket>[] {
  return [...Map.groupBy(sorted, ({ entity }) => entity.ownerRef)]
    .map(([ownerRef, own]) => ({ ownerRef, counts: countsOf(buckets, own) }))
    .toSorted(
      (one, other) =>
        other.counts[bucket] - one.counts[bucket] ||
        (one.ownerRef ?? '').localeCompare(other.ownerRef ?? ''),
    )
    .slice(0, MOST_OWNERS);
}

function pageOf<Bucket extends string>(
  all: Sorted<Bucket>[],
  place: { position: (number | string)[]; backwards: boolean } | undefined,
  limit: number,
): Sorted<Bucket>[] {
  if (!place) {
    return all.slice(0, limit);
  }
  const ref = String(place.position[0]);
  return place.backwards
    ? all.filter(({ entity }) => entity.entityRef < ref).slice(-limit)
    : all.filter(({ entity }) => entity.entityRef > ref).slice(0, limit);
}

/** What both searches say of an entity. */
export function toSearchItem<Bucket extends string>(
  { bucket, entity }: Sorted<Bucket>,
  matches: InventoryMatch[] | undefined,
  staleBefore: number,
): InventorySearchItem<Bucket> {
  const { lastCompleteAt } = entity;
  return {
    entityRef: entity.entityRef,
    ownerRef: entity.ownerRef,
    bucket,
    ...(lastCompleteAt !== undefined && {
      asOf: new Date(lastCompleteAt).toISOString(),
      isStale: lastCompleteAt < staleBefore,
    }),
    matches: (matches ?? [])
      .toSorted((one, other) => rankOf(one) - rankOf(other))
      .slice(0, MOST_MATCHES),
  };
}

/** What is looked for comes first. */
function rankOf({ answer }: InventoryMatch): number {
  return ['in', 'unknown', 'out'].indexOf(answer);
}
