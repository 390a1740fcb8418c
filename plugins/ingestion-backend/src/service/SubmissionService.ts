import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ReportReceipt,
  reportSubmitPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import { EntityProjection } from '@synchrony/backstage-plugin-scorecards-node';
import { IncomingReport, ReportReceiver } from './ReportReceiver';
import { SubmitterBindings } from './SubmitterBindings';
import { toReceipt } from './toReceipt';

export interface SubmissionServiceOptions {
  receiver: ReportReceiver;
  bindings: SubmitterBindings;
  permissions: PermissionsService;
  entities: Pick<EntityProjection, 'get'>;
}

/**
 * Takes reports in: first whether the caller may send any, then whether for
 * this entity, and only then whether the entity exists.
 */
export class SubmissionService {
  readonly #options: SubmissionServiceOptions;

  constructor(options: SubmissionServiceOptions) {
    this.#options = options;
  }

  /** Under which name receipts keep the submitter. */
  submitterOf(credentials: BackstageCredentials): string {
    return this.#options.bindings.nameOf(credentials);
  }

  async submit(
    credentials: BackstageCredentials,
    incoming: Omit<IncomingReport, 'submitter' | 'unknownEntity'>,
  ): Promise<ReportReceipt> {
    const { bindings, permissions, receiver } = this.#options;
    const { entityRef } = incoming.parameters;
    const [decision] = await permissions.authorize(
      [{ permission: reportSubmitPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('You may not send reports');
    }
    await bindings.require(credentials, entityRef);
    return toReceipt(
      await receiver.receive({
        ...incoming,
        submitter: bindings.nameOf(credentials),
        unknownEntity: await this.#isUnknown(entityRef),
      }),
    );
  }

  /** A catalog that does not answer is asked again when the report is read. */
  async #isUnknown(entityRef: string): Promise<boolean> {
    try {
      const found = await this.#options.entities.get([entityRef]);
      return found.get(entityRef) === undefined;
    } catch (error) {
      if (ServiceUnavailableError.is(error)) {
        return false;
      }
      throw error;
    }
  }
}
