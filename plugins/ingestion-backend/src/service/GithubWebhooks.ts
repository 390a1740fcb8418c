import { Readable } from 'node:stream';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { EntityProjection } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { GithubWebhookSecret } from '../config/readWebhookConfig';
import { DeliveryRequest, DeliveryRow } from '../deliveries';
import { DeliveryStores } from '../store/createStores';
import { DeliveryStore } from '../store/DeliveryStore';
import { ReportStore, StoredReport } from '../store/ReportStore';
import {
  ALERT_EVENTS,
  ALERT_FORMAT,
  GithubPayload,
  Mapped,
  readDelivery,
  signersOf,
  signsFor,
  toAlertReport,
  toDeployment,
  toPipelineRun,
} from '../webhooks';
import { DeliveryRecorder } from './DeliveryRecorder';
import {
  GithubRepositories,
  submitterOfRepository,
} from './GithubRepositories';
import { ReportReceiver } from './ReportReceiver';
import { RequestError } from './RequestError';

/** A delivery of a webhook as it arrives. */
export interface GithubDelivery {
  /** `X-GitHub-Event` */
  event: string;
  /** `X-GitHub-Delivery` */
  deliveryId: string;
  /** `X-Hub-Signature-256` */
  signature?: string;
  /** Byte for byte: this is what was signed. */
  body: Buffer;
}

/** What became of a delivery. */
export type GithubAnswer =
  | { status: 'accepted'; reportId: string; links: { self: string } }
  | { status: 'recorded'; applied: boolean }
  | { status: 'ignored'; reason: string }
  | { status: 'pong' };

export interface GithubWebhooksOptions {
  database: Knex;
  secrets: GithubWebhookSecret[];
  repositories: GithubRepositories;
  reports: ReportStore;
  receiver: ReportReceiver;
  recorder: DeliveryRecorder;
  deliveryStores: DeliveryStores;
  entities: Pick<EntityProjection, 'get'>;
}

/**
 * Takes in what GitHub tells. Nobody is signed in here: the signature says who
 * sent it, and the secret for which repositories.
 */
export class GithubWebhooks {
  readonly #options: GithubWebhooksOptions;

  constructor(options: GithubWebhooksOptions) {
    this.#options = options;
  }

  async receive(delivery: GithubDelivery): Promise<GithubAnswer> {
    const { body, event, signature } = delivery;
    const signers = signersOf(body, signature, this.#options.secrets);
    if (signers.length === 0) {
      throw new AuthenticationError(
        'X-Hub-Signature-256 is missing, or was made with another secret or for another body',
      );
    }
    const payload = readDelivery(body);
    const repository = payload.repository?.full_name;
    if (repository && !signers.some(secret => signsFor(secret, repository))) {
      throw new NotAllowedError(
        `This secret does not sign for ${repository}: ingestion.webhooks.github does not name it there`,
      );
    }
    if (event === 'ping') {
      return { status: 'pong' };
    }
    if (!repository) {
      return { status: 'ignored', reason: `${event} is about no repository` };
    }
    return this.#take(delivery, payload, repository);
  }

  async #take(
    delivery: GithubDelivery,
    payload: GithubPayload,
    repository: string,
  ): Promise<GithubAnswer> {
    const { deployments, pipelineRuns } = this.#options.deliveryStores;
    const { event } = delivery;
    if (ALERT_EVENTS.has(event)) {
      return this.#takeAlert(delivery, payload, repository);
    }
    if (event === 'deployment_status') {
      return this.#record(repository, deployments, toDeployment(payload));
    }
    if (event === 'workflow_run') {
      return this.#record(repository, pipelineRuns, toPipelineRun(payload));
    }
    return { status: 'ignored', reason: `${event} is of no use here` };
  }

  /** Stored like any report before it is answered; read afterwards. */
  async #takeAlert(
    { deliveryId }: GithubDelivery,
    payload: GithubPayload,
    repository: string,
  ): Promise<GithubAnswer> {
    const { database, receiver, reports, repositories } = this.#options;
    const submitter = submitterOfRepository(repository);
    const known = await reports.getByIdempotencyKey(
      database,
      submitter,
      deliveryId,
    );
    if (known) {
      return toAccepted(known);
    }
    const { body, path } = toAlertReport(payload);
    const entityRef = await repositories.requireEntity(repository, path);
    return toAccepted(
      await receiver.receive({
        parameters: {
          entityRef,
          format: ALERT_FORMAT,
          complete: true,
          emptyMeansClean: false,
        },
        submitter,
        idempotencyKey: deliveryId,
        unknownEntity: false,
        body: Readable.from([Buffer.from(body)]),
      }),
    );
  }

  async #record<Request extends DeliveryRequest, Row extends DeliveryRow>(
    repository: string,
    store: DeliveryStore<Request, Row>,
    mapped: Mapped<Request>,
  ): Promise<GithubAnswer> {
    if ('ignored' in mapped) {
      return { status: 'ignored', reason: mapped.ignored };
    }
    const { entities, recorder, repositories } = this.#options;
    const entityRef = await repositories.requireEntity(repository);
    const entity = (await entities.get([entityRef])).get(entityRef);
    if (!entity) {
      throw new RequestError(422, `${repository}: its entity is gone`);
    }
    const { items } = await recorder.record({
      store,
      submitter: submitterOfRepository(repository),
      requests: [{ ...mapped.request, entityRef } as Request],
      entities: new Map([[entityRef, entity]]),
    });
    return { status: 'recorded', applied: items[0].applied };
  }
}

function toAccepted({ id }: StoredReport): GithubAnswer {
  return {
    status: 'accepted',
    reportId: id,
    links: { self: `/api/ingestion/reports/${id}` },
  };
}
