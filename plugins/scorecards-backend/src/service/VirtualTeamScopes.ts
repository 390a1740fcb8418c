import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError, stringifyError } from '@backstage/errors';

const VIRTUAL_TEAMS_PLUGIN = 'virtual-teams';
const TIMEOUT_MS = 5_000;
const FRESH_MS = 10_000;

export interface VirtualTeamScopesOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  clock: () => Date;
}

/** What virtual teams work on, where the portal has such. */
export class VirtualTeamScopes {
  readonly #options: VirtualTeamScopesOptions;
  readonly #known = new Map<string, { at: number; refs: string[] }>();

  constructor(options: VirtualTeamScopesOptions) {
    this.#options = options;
  }

  /** Refs of entities in scope; undefined where that can't be asked now. */
  async of(teamRef: string): Promise<string[] | undefined> {
    const now = this.#options.clock().getTime();
    for (const [ref, { at }] of this.#known) {
      if (now - at >= FRESH_MS) {
        this.#known.delete(ref);
      }
    }
    const known = this.#known.get(teamRef);
    if (known) {
      return known.refs;
    }
    try {
      const refs = await this.#ask(teamRef);
      this.#known.set(teamRef, { at: now, refs });
      return refs;
    } catch (error) {
      this.#options.logger.debug(
        `What ${teamRef} works on is not known: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }

  async #ask(teamRef: string): Promise<string[]> {
    const { auth, discovery } = this.#options;
    const { name, namespace } = parseEntityRef(teamRef);
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: VIRTUAL_TEAMS_PLUGIN,
    });
    const base = await discovery.getBaseUrl(VIRTUAL_TEAMS_PLUGIN);
    const response = await fetch(
      `${base}/teams/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}/scope-refs`,
      {
        headers: { Authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { entityRefs }: { entityRefs: string[] } = await response.json();
    return entityRefs;
  }
}
