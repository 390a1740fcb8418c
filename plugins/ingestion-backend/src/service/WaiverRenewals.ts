import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  WaiverActionRequest,
  WaiverTarget,
} from '@synchrony/backstage-plugin-ingestion-common';
import { StoredWaiver } from '../waivers';
import { RequestError } from './RequestError';
import { WaiverAssessor } from './WaiverAssessor';
import { WaiverRequests } from './WaiverRequests';

/** Continues waivers by new ones, which start when the old ones end. */
export class WaiverRenewals {
  readonly #assessor: WaiverAssessor;
  readonly #requests: WaiverRequests;

  constructor(options: { assessor: WaiverAssessor; requests: WaiverRequests }) {
    this.#assessor = options.assessor;
    this.#requests = options.requests;
  }

  /** Answers the id of the new waiver, which needs its own approvals. */
  async renew(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    waiver: StoredWaiver,
    { expiresAt = '', text = '' }: WaiverActionRequest,
  ): Promise<string> {
    return this.#requests.request(
      credentials,
      {
        target: await this.#leftOf(waiver.target),
        reason: text,
        riskStatement: waiver.riskStatement,
        compensatingControls: waiver.compensatingControls,
        treatment: waiver.treatment,
        linkedIssue: waiver.linkedIssue,
        startsAt: new Date(waiver.expiresAt).toISOString(),
        expiresAt,
      },
      waiver,
    );
  }

  /** What is resolved by now needs no waiver any more. */
  async #leftOf(target: WaiverTarget): Promise<WaiverTarget> {
    if (target.kind !== 'finding') {
      return target;
    }
    const { findings } = await this.#assessor.assess(target);
    if (findings.length === 0) {
      throw new RequestError(
        422,
        'Nothing is left to accept: all findings that it names are resolved or dismissed',
        'body.action',
      );
    }
    return { ...target, findingIds: findings.map(({ id }) => id) };
  }
}
