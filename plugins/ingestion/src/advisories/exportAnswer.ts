import {
  ExportFormat,
  InventoryApi,
} from '@synchrony/backstage-plugin-ingestion-common';
import { InventorySearch } from './parseSearch';

/** All that a search found, in every bucket, as a file. */
export function exportAnswer(
  api: InventoryApi,
  search: InventorySearch,
  format: ExportFormat,
): Promise<Blob> {
  return search.kind === 'advisory'
    ? api.exportAdvisory(search.id, format)
    : api.exportComponents(
        { package: search.package, version: search.version },
        format,
      );
}
