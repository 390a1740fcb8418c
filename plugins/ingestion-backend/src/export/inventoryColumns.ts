import {
  EntityComponent,
  InventoryMatch,
  InventorySearchItem,
} from '@synchrony/backstage-plugin-ingestion-common';
import { ExportColumn } from './writeExport';

/** An entity that a search found, with one of the things that say so. */
interface SearchLine {
  item: InventorySearchItem<string>;
  /** Absent where nothing names the package. */
  match?: InventoryMatch;
}

/** What a search found as a table, one line a match and one for who has none. */
export const SEARCH_COLUMNS: readonly ExportColumn<SearchLine>[] = [
  { title: 'entity', value: ({ item }) => item.entityRef },
  { title: 'owner', value: ({ item }) => item.ownerRef },
  { title: 'answer', value: ({ item }) => item.bucket },
  { title: 'package', value: ({ match }) => match?.package },
  { title: 'version', value: ({ match }) => match?.version },
  { title: 'in range', value: ({ match }) => match?.answer },
  { title: 'direct', value: ({ match }) => match?.direct },
  { title: 'said by', value: ({ match }) => match?.source },
  { title: 'tool', value: ({ match }) => match?.tool },
  { title: 'fixed in', value: ({ match }) => match?.fixedVersions },
  { title: 'finding', value: ({ match }) => match?.findingId },
  { title: 'finding status', value: ({ match }) => match?.status },
  { title: 'SBOM of', value: ({ item }) => item.asOf },
  { title: 'SBOM is old', value: ({ item }) => item.isStale },
];

/** What an entity consists of as a table, one line a version of a package. */
export const COMPONENT_COLUMNS: readonly ExportColumn<EntityComponent>[] = [
  { title: 'package', value: component => component.package },
  { title: 'type', value: component => component.type },
  { title: 'version', value: component => component.version },
  { title: 'kind', value: component => component.kind },
  { title: 'usage', value: component => component.usage },
  { title: 'direct', value: component => component.direct },
  { title: 'licences', value: component => component.licences },
];

/** The lines of a table for each page of a search. */
export async function* searchLines(
  pages: AsyncIterable<InventorySearchItem<string>[]>,
): AsyncGenerator<SearchLine[]> {
  for await (const page of pages) {
    yield page.flatMap(item =>
      item.matches.length === 0
        ? [{ item }]
        : item.matches.map(match => ({ item, match })),
    );
  }
}
