import {
  ExportFormat,
  InventoryApi,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatCsv } from '@synchrony/ui';
import { askInventory, FoundEntity } from './answer';
import { BUCKET_WORDS, bucketsOf } from './buckets';
import { InventorySearch } from './parseSearch';
import { versionsOf } from './versionsOf';

const PAGE_SIZE = 1_000;

const HEADINGS = [
  'entity',
  'owner',
  'answer',
  'package',
  'version',
  'direct',
  'fixed in',
  'finding',
  'finding status',
  'SBOM of',
  'SBOM is old',
];

async function loadAll(
  api: InventoryApi,
  search: InventorySearch,
): Promise<FoundEntity[]> {
  const all: FoundEntity[] = [];
  for (const bucket of bucketsOf(search).buckets) {
    let cursor: string | undefined;
    do {
      const page = await askInventory(api, search, {
        bucket,
        cursor,
        limit: PAGE_SIZE,
      });
      all.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }
  return all;
}

function toRows(entity: FoundEntity): string[][] {
  const { asOf = '', entityRef, isStale, ownerRef = '' } = entity;
  const about = [entityRef, ownerRef, BUCKET_WORDS[entity.bucket].label];
  const list = [asOf, isStale === undefined ? '' : String(isStale)];
  const versions = versionsOf(entity.matches);
  return versions.length === 0
    ? [[...about, '', '', '', '', '', '', ...list]]
    : versions.map(found => [
        ...about,
        found.package,
        found.version,
        found.direct === undefined ? '' : String(found.direct),
        found.fixedVersions.join(' '),
        found.finding?.id ?? '',
        found.finding?.status ?? '',
        ...list,
      ]);
}

/** All that a search found, in every bucket, as a file. */
export async function exportAnswer(
  api: InventoryApi,
  search: InventorySearch,
  format: ExportFormat,
): Promise<Blob> {
  const found = await loadAll(api, search);
  return format === 'json'
    ? new Blob([JSON.stringify(found, undefined, 2)], {
        type: 'application/json',
      })
    : new Blob([formatCsv([HEADINGS, ...found.flatMap(toRows)])], {
        type: 'text/csv',
      });
}
