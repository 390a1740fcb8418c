import {
  FoundPackage,
  InventoryMatch,
  VersionAnswer,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  InventorySearchStore,
  PackageRow,
} from '../store/InventorySearchStore';
import { Universe } from './InventoryUniverse';

/** What the entities of a universe have of what is looked for. */
export interface Matches {
  byEntity: Map<string, InventoryMatch[]>;
  packages: FoundPackage[];
}

/** What to say of a version of a package. */
export type Judge = (item: PackageRow, version: string) => VersionAnswer;

/** What people are shown of a package. */
export function toFoundPackage(item: PackageRow): FoundPackage {
  const { display_name: name, type } = item;
  const segments = [...item.namespace.split('/'), item.name].filter(Boolean);
  return {
    name,
    type,
    ...(type && {
      purl: `pkg:${type}/${segments.map(encodeURIComponent).join('/')}`,
    }),
  };
}

/** Judges every version once, and then looks up who has it. */
export class ComponentMatches {
  readonly #store: InventorySearchStore;

  constructor(options: { inventorySearch: InventorySearchStore }) {
    this.#store = options.inventorySearch;
  }

  async find(
    { entities }: Universe,
    packages: PackageRow[],
    judge: Judge,
  ): Promise<Matches> {
    const byKey = new Map(packages.map(item => [item.key, item]));
    const judged = new Map<
      string,
      { item: PackageRow; version: string; answer: VersionAnswer }
    >();
    for (const row of await this.#store.listVersions([...byKey.keys()])) {
      const item = byKey.get(row.package_key);
      if (item) {
        const { key, version } = row;
        judged.set(key, { item, version, answer: judge(item, version) });
      }
    }
    const byEntity = new Map<string, InventoryMatch[]>();
    const seen = new Set<PackageRow>();
    for (const match of await this.#store.listMatches([...judged.keys()])) {
      const found = judged.get(match.versionKey);
      if (found && entities.has(match.entityRef)) {
        seen.add(found.item);
        addTo(byEntity, match.entityRef, {
          package: found.item.display_name,
          type: found.item.type,
          version: found.version,
          answer: found.answer,
          direct: match.direct,
          source: 'inventory',
          tool: match.tool,
          category: match.category || undefined,
          environment: match.environment || undefined,
          asOf:
            match.asOf === undefined
              ? undefined
              : new Date(match.asOf).toISOString(),
        });
      }
    }
    return { byEntity, packages: [...seen].map(toFoundPackage) };
  }
}

export function addTo<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key);
  if (known) {
    known.push(item);
  } else {
    map.set(key, [item]);
  }
}

export function answersOf(
  matches: InventoryMatch[] | undefined,
): Set<VersionAnswer> | undefined {
  return matches && new Set(matches.map(({ answer }) => answer));
}
