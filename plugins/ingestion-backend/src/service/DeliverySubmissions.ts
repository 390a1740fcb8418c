import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  DeliveryAnswer,
  reportSubmitPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntityProjection,
  EntityRow,
} from '@synchrony/backstage-plugin-scorecards-node';
import { DeliveryRequest, DeliveryRow } from '../deliveries';
import { DeliveryStore } from '../store/DeliveryStore';
import { DeliveryRecorder } from './DeliveryRecorder';
import { RequestError } from './RequestError';
import { isInFuture } from './scanTime';
import { SubmitterBindings } from './SubmitterBindings';

export interface DeliverySubmissionsOptions {
  recorder: DeliveryRecorder;
  bindings: SubmitterBindings;
  permissions: PermissionsService;
  entities: Pick<EntityProjection, 'get'>;
  clock: () => Date;
}

/**
 * Takes deployments and pipeline runs in as reports are: first whether the
 * caller may send any, then whether for these entities, and only then whether
 * the entities exist.
 */
export class DeliverySubmissions {
  readonly #options: DeliverySubmissionsOptions;

  constructor(options: DeliverySubmissionsOptions) {
    this.#options = options;
  }

  /** Under which name they are kept. */
  submitterOf(credentials: BackstageCredentials): string {
    return this.#options.bindings.nameOf(credentials);
  }

  /**
   * @param placeOf names the place of a request in the body, for errors
   */
  async submit<Request extends DeliveryRequest, Row extends DeliveryRow>(
    credentials: BackstageCredentials,
    store: DeliveryStore<Request, Row>,
    requests: Request[],
    placeOf: (index: number) => string,
  ): Promise<DeliveryAnswer> {
    const { bindings, permissions, recorder } = this.#options;
    const [decision] = await permissions.authorize(
      [{ permission: reportSubmitPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('You may not send deployments or runs');
    }
    const refs = [...new Set(requests.map(({ entityRef }) => entityRef))];
    await bindings.requireAll(credentials, refs);
    this.#requirePast(requests, placeOf);
    return recorder.record({
      store,
      submitter: bindings.nameOf(credentials),
      requests,
      entities: await this.#existing(refs, requests, placeOf),
    });
  }

  #requirePast(
    requests: DeliveryRequest[],
    placeOf: (index: number) => string,
  ): void {
    const now = this.#options.clock().getTime();
    for (const [index, request] of requests.entries()) {
      for (const name of ['finishedAt', 'updatedAt'] as const) {
        const time = request[name];
        if (time !== undefined && isInFuture(Date.parse(time), now)) {
          throw new RequestError(
            422,
            `${name} is more than 5 minutes in the future`,
            `${placeOf(index)}.${name}`,
          );
        }
      }
    }
  }

  async #existing(
    refs: string[],
    requests: DeliveryRequest[],
    placeOf: (index: number) => string,
  ): Promise<Map<string, EntityRow>> {
    const found = await this.#options.entities.get(refs);
    const entities = new Map<string, EntityRow>();
    for (const [index, { entityRef }] of requests.entries()) {
      const entity = found.get(entityRef);
      if (!entity) {
        throw new RequestError(
          422,
          `${entityRef} is not in the catalog; send it again when it is`,
          `${placeOf(index)}.entityRef`,
        );
      }
      entities.set(entityRef, entity);
    }
    return entities;
  }
}
