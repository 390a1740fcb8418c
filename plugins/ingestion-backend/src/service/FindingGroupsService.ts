import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  FindingGroup,
  FindingGroupsQuery,
  Page,
  SEVERITIES,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';
import { encodeGroupId, findCommonFix } from '../groups';
import {
  FindingGroupStore,
  PackageFixes,
  StoredGroup,
} from '../store/FindingGroupStore';
import { Cursors } from './cursor';
import { FindingScope } from './FindingScope';

const DEFAULT_LIMIT = 50;

export interface FindingGroupsServiceOptions {
  cursors: Cursors;
  scope: FindingScope;
  groups: FindingGroupStore;
}

/** Findings of an entity by cause, as a caller may see them. */
export class FindingGroupsService {
  readonly #options: FindingGroupsServiceOptions;

  constructor(options: FindingGroupsServiceOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    query: FindingGroupsQuery,
  ): Promise<Page<FindingGroup>> {
    const { groups, scope } = this.#options;
    const { cursor, limit = DEFAULT_LIMIT, ...list } = query;
    const position = cursor
      ? this.#options.cursors.decode(cursor, ['groups', list]).position
      : undefined;
    const scoped = await scope.ofCounts(credentials, list);
    if (!scoped) {
      return { items: [], totalItems: 0, pageInfo: {} };
    }
    const { filter } = scoped;
    const found = await groups.list(filter, { position, limit });
    const shown = found.groups.slice(0, limit);
    const fixes = await groups.listFixes(filter, packagesOf(shown));
    const last = found.groups.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(group => toFindingGroup(group, fixes)),
      totalItems: found.total,
      ...(found.isPart && { totalIsLowerBound: true }),
      pageInfo: {
        nextCursor:
          last &&
          this.#options.cursors.encode(
            { position: last.position, backwards: false },
            ['groups', list],
          ),
      },
    };
  }
}

function packagesOf(groups: StoredGroup[]): string[] {
  return [
    ...new Set(
      groups.flatMap(({ key }) => ('package' in key ? key.package : [])),
    ),
  ];
}

function toFindingGroup(
  group: StoredGroup,
  fixes: PackageFixes[],
): FindingGroup {
  const { key } = group;
  const known =
    'package' in key
      ? fixes.find(
          item => item.package === key.package && item.version === key.version,
        )
      : undefined;
  return {
    id: encodeGroupId(key),
    ...('package' in key
      ? {
          cause: 'package',
          name: key.package,
          version: key.version ?? undefined,
        }
      : { cause: 'rule', name: key.ruleId }),
    title: group.title,
    type: group.type,
    count: group.count,
    bySeverity: Object.fromEntries(
      SEVERITIES.map((severity, index) => [severity, group.counts[index]]),
    ) as Record<Severity, number>,
    rules: known?.rules ?? group.rules,
    overdue: group.overdue,
    nextDueAt:
      group.nextDueAt === undefined
        ? undefined
        : new Date(group.nextDueAt).toISOString(),
    fixedVersion: known
      ? findCommonFix(known.version ?? undefined, known.fixes)
      : undefined,
    withoutFix: group.withoutFix,
  };
}
