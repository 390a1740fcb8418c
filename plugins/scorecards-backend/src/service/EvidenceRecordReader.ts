import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  ResponseError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import {
  EVIDENCE_RECORDS_PATH,
  EvidenceRecords,
  EvidenceRecordsRequest,
} from '@synchrony/backstage-plugin-scorecards-node';
import { ToldRecords } from '../evidence/packRecords';

export interface EvidenceRecordReaderOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  sources: string[];
}

const TIMEOUT_MS = 30_000;

/** Asks other plugins for their records, as the caller may see them. */
export class EvidenceRecordReader {
  readonly #options: EvidenceRecordReaderOptions;

  constructor(options: EvidenceRecordReaderOptions) {
    this.#options = options;
  }

  /**
   * A user's call is judged by the plugin that is asked. A service is asked for
   * with own credentials, which see everything; so it is asked only of what is
   * open to the service.
   *
   * @param isOpen - whether the caller may see what stands behind an entity
   * @throws ServiceUnavailableError when a plugin does not answer: without its
   *   records the pack would be another one
   */
  async read(
    credentials: BackstageCredentials,
    request: EvidenceRecordsRequest,
    isOpen: (entityRef: string) => boolean,
  ): Promise<ToldRecords[]> {
    const { auth, sources } = this.#options;
    const { at, entityRefs } = request;
    const asked = auth.isPrincipal(credentials, 'user')
      ? entityRefs
      : entityRefs.filter(isOpen);
    if (entityRefs.length === 0) {
      return [];
    }
    if (asked.length === 0) {
      return sources.map(source => ({
        source,
        state: 'withheld',
        records: [],
      }));
    }
    const told = await Promise.all(
      sources.map(source =>
        this.#ask(source, credentials, { at, entityRefs: asked }),
      ),
    );
    return asked.length < entityRefs.length ? told.map(asPartial) : told;
  }

  async #ask(
    source: string,
    credentials: BackstageCredentials,
    request: EvidenceRecordsRequest,
  ): Promise<ToldRecords> {
    const response = await this.#post(source, credentials, request);
    switch (response.status) {
      case 200: {
        const { records, withheld } =
          (await response.json()) as EvidenceRecords;
        return { source, state: withheld ? 'partial' : 'included', records };
      }
      case 403:
        return { source, state: 'withheld', records: [] };
      case 404:
        return { source, state: 'not_kept', records: [] };
      default:
        throw new ServiceUnavailableError(
          `${source} does not tell its records, without which the pack is not complete; try again later`,
          await ResponseError.fromResponse(response),
        );
    }
  }

  async #post(
    source: string,
    credentials: BackstageCredentials,
    request: EvidenceRecordsRequest,
  ): Promise<Response> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      // A token of an external service can't be delegated.
      onBehalfOf: auth.isPrincipal(credentials, 'user')
        ? credentials
        : await auth.getOwnServiceCredentials(),
      targetPluginId: source,
    });
    const baseUrl = await discovery.getBaseUrl(source);
    try {
      return await fetch(`${baseUrl}${EVIDENCE_RECORDS_PATH}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        `${source} does not answer, and without its records the pack is not complete: ${stringifyError(error)}`,
      );
    }
  }
}

function asPartial(told: ToldRecords): ToldRecords {
  return told.state === 'included' ? { ...told, state: 'partial' } : told;
}
