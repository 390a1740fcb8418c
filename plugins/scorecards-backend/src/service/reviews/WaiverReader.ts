import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';
import { WAIVER_SOURCE } from '../../evaluation/applyWaivers';

export interface WaiverReaderOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  /** Plugins whose facts are read. */
  sources: string[];
}

/** What a decision says that there is. */
export interface NamedWaiver {
  waiverId: string;
  entityRef: string;
  checkId: string;
}

const TIMEOUT_MS = 10_000;

const waiverAnswer = z.object({
  target: z.object({
    kind: z.string(),
    entityRef: z.string().optional(),
    checkIds: z.array(z.string()).optional(),
  }),
});

/** Without it the answer is one of a portal that has no such plugin. */
const refusal = z.object({ error: z.object({ name: z.string() }) });

/** Asks the plugin that keeps waivers for one, as the caller may see it. */
export class WaiverReader {
  readonly #options: WaiverReaderOptions;

  constructor(options: WaiverReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError when the caller sees no such waiver of the check
   * @throws ServiceUnavailableError when nobody tells whether there is one
   */
  async require(
    credentials: BackstageCredentials,
    named: NamedWaiver,
  ): Promise<void> {
    if (!this.#options.sources.includes(WAIVER_SOURCE)) {
      throw new InputError(
        `body.waiverId: Waivers are kept by ${WAIVER_SOURCE}, which scorecards.sources does not name`,
      );
    }
    const response = await this.#get(credentials, named.waiverId);
    const body: unknown = await response.json().catch(() => undefined);
    const isRefused =
      (response.status === 403 || response.status === 404) &&
      refusal.safeParse(body).success;
    if (!response.ok && !isRefused) {
      throw new ServiceUnavailableError(
        `${WAIVER_SOURCE} does not tell whether there is the waiver of body.waiverId (${response.status}); try again later`,
      );
    }
    const waiver = waiverAnswer.safeParse(body);
    if (!waiver.success || !isOf(waiver.data.target, named)) {
      throw new InputError(
        `body.waiverId: ${named.entityRef} has no waiver ${named.waiverId} of check ${named.checkId} that you may see`,
      );
    }
  }

  async #get(
    credentials: BackstageCredentials,
    waiverId: string,
  ): Promise<Response> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      // A token of an external service can't be delegated.
      onBehalfOf: auth.isPrincipal(credentials, 'user')
        ? credentials
        : await auth.getOwnServiceCredentials(),
      targetPluginId: WAIVER_SOURCE,
    });
    const baseUrl = await discovery.getBaseUrl(WAIVER_SOURCE);
    try {
      return await fetch(`${baseUrl}/waivers/${encodeURIComponent(waiverId)}`, {
        headers: { Authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        `${WAIVER_SOURCE} does not answer whether there is the waiver of body.waiverId: ${stringifyError(error)}`,
      );
    }
  }
}

function isOf(
  { checkIds = [], entityRef, kind }: z.infer<typeof waiverAnswer>['target'],
  named: NamedWaiver,
): boolean {
  return (
    kind === 'check' &&
    entityRef !== undefined &&
    normalizeEntityRef(entityRef) === named.entityRef &&
    checkIds.includes(named.checkId)
  );
}
