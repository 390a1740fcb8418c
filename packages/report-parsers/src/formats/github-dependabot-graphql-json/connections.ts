import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  requireList,
  requireObject,
} from '../../shared/json';

/** The alerts of one repository, from all the pages that a document has of them. */
export interface RepositoryAlerts {
  repository?: string;
  alerts: Array<{ alert: JsonObject; path: string }>;
  /** How many alerts there are, by GitHub's count. */
  total?: number;
  hasMore: boolean;
}

/** `nodes`, or `edges` with a `node` each; an entry that couldn't be resolved is null. */
function nodesOf(
  connection: JsonObject,
  path: string,
): Array<{ value: unknown; path: string }> {
  if (connection.nodes === undefined && connection.edges !== undefined) {
    return requireList(connection.edges, `${path}/edges`).map(
      (edge, index) => ({
        value: asObject(edge).node,
        path: `${path}/edges/${index}/node`,
      }),
    );
  }
  return requireList(connection.nodes, `${path}/nodes`).map((value, index) => ({
    value,
    path: `${path}/nodes/${index}`,
  }));
}

/** Collects the connections named `vulnerabilityAlerts`, wherever the query put them. */
export class Connections {
  readonly byRepository = new Map<string | undefined, RepositoryAlerts>();

  /** The depth of a document is bounded before, so this may recurse. */
  collect(value: unknown, path: string, repository?: string): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        this.collect(item, `${path}/${index}`, repository);
      }
      return;
    }
    if (!isObject(value)) return;
    const name =
      asText(value.nameWithOwner) ?? asText(value.name) ?? repository;
    for (const [key, member] of Object.entries(value)) {
      if (key === 'vulnerabilityAlerts') {
        this.#add(
          requireObject(member, `${path}/${key}`),
          `${path}/${key}`,
          name,
        );
      } else if (typeof member === 'object') {
        this.collect(member, `${path}/${key}`, name);
      }
    }
  }

  #add(connection: JsonObject, path: string, repository?: string): void {
    const known: RepositoryAlerts = this.byRepository.get(repository) ?? {
      repository,
      alerts: [],
      hasMore: false,
    };
    this.byRepository.set(repository, known);
    for (const node of nodesOf(connection, path)) {
      if (node.value !== null) {
        known.alerts.push({
          alert: requireObject(node.value, node.path),
          path: node.path,
        });
      }
    }
    // Of several pages the last one tells.
    known.hasMore = asObject(connection.pageInfo).hasNextPage === true;
    if (typeof connection.totalCount === 'number') {
      known.total = connection.totalCount;
    }
  }
}

/** Whether a value has a connection named `vulnerabilityAlerts` not far below. */
export function hasConnection(value: unknown, levels = 6): boolean {
  if (levels === 0 || typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    return asList(value)
      .slice(0, 5)
      .some(item => hasConnection(item, levels - 1));
  }
  return Object.entries(value).some(([key, member]) =>
    key === 'vulnerabilityAlerts'
      ? isObject(member) && ('nodes' in member || 'edges' in member)
      : hasConnection(member, levels - 1),
  );
}
