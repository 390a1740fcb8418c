import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  findingReadPermission,
  GateAnswer,
  GateRequest,
  reportSubmitPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
  EntityRow,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  decideGate,
  DEFAULT_POLICY_ID,
  GatePolicy,
  GateQuestion,
} from '../gate';
import { defaultRefOf, shortRef } from '../scope/defaultRef';
import { EntityStateStore } from '../store/EntityStateStore';
import { GateEvidenceReader } from './GateEvidenceReader';
import { portalLink } from './portalLink';
import { RequestError } from './RequestError';
import { SubmitterBindings } from './SubmitterBindings';

export interface GateServiceOptions {
  evidence: GateEvidenceReader;
  policies: Map<string, GatePolicy>;
  states: EntityStateStore;
  auth: AuthService;
  access: EntityAccess;
  bindings: SubmitterBindings;
  catalogVisibility: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  permissions: PermissionsService;
  defaultRef: string;
  /** Address of the portal; links are relative to it when absent. */
  portalUrl?: string;
  clock: () => Date;
}

/** Verdicts on what is new since the base, for pipelines and people. */
export class GateService {
  readonly #options: GateServiceOptions;

  constructor(options: GateServiceOptions) {
    this.#options = options;
  }

  async decide(
    credentials: BackstageCredentials,
    request: GateRequest,
  ): Promise<GateAnswer> {
    const { auth, clock, evidence, portalUrl } = this.#options;
    const { commit, entityRef } = request;
    const entity = await this.#findEntity(credentials, entityRef);
    const policy = this.#policyOf(request);
    const question = await this.#toQuestion(request, entity);
    if (!auth.isPrincipal(credentials, 'user')) {
      await this.#requireKnownBase(entityRef, question);
    }
    const now = clock();
    const decision = decideGate(
      policy,
      await evidence.read({
        entityRef,
        question,
        types: policy.types,
        now: now.getTime(),
      }),
    );
    return {
      entityRef,
      ...decision,
      ref: question.ref,
      commit,
      base: question.base,
      policy: { id: policy.id, failClosed: policy.failClosed },
      links: { findings: portalLink(portalUrl, entityRef) },
      asOf: now.toISOString(),
    };
  }

  /** Tokens ask for what they are bound to, people for what they may read. */
  async #findEntity(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<EntityRow> {
    const { access, auth, bindings, catalogVisibility, entities, permissions } =
      this.#options;
    const isUser = auth.isPrincipal(credentials, 'user');
    if (!isUser) {
      const [decision] = await permissions.authorize(
        [{ permission: reportSubmitPermission }],
        { credentials },
      );
      if (decision.result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError('You may not ask the gate');
      }
      await bindings.require(credentials, entityRef);
    }
    const hidden =
      isUser &&
      !(await catalogVisibility.filter(credentials, [entityRef])).has(
        entityRef,
      );
    const entity = (await entities.get([entityRef])).get(entityRef);
    if (hidden || !entity) {
      throw new NotFoundError(`There is no entity ${entityRef}`);
    }
    if (isUser) {
      await access.require(credentials, findingReadPermission, entityRef);
    }
    return entity;
  }

  /**
   * Against what was never scanned everything is new: a token that may only
   * send reports would be told all that an entity has.
   */
  async #requireKnownBase(
    entityRef: string,
    question: GateQuestion,
  ): Promise<void> {
    if (!(await this.#options.evidence.knowsBase(entityRef, question))) {
      throw new RequestError(
        422,
        `No scan of ${question.base} is known, so there is nothing to compare with; send its reports first, or leave base out to compare with ${question.defaultRef}`,
        'body.base',
      );
    }
  }

  #policyOf({ policy: id = DEFAULT_POLICY_ID }: GateRequest): GatePolicy {
    const { policies } = this.#options;
    const policy = policies.get(id);
    if (!policy) {
      throw new RequestError(
        400,
        `There is no gate policy ${id}; there are: ${[...policies.keys()].sort().join(', ')}`,
        'body.policy',
      );
    }
    return policy;
  }

  async #toQuestion(
    { base, commit, entityRef, ref }: GateRequest,
    entity: EntityRow,
  ): Promise<GateQuestion> {
    const state = (await this.#options.states.get([entityRef])).get(entityRef);
    const defaultRef =
      state?.defaultRef ??
      defaultRefOf(entity.annotations, this.#options.defaultRef);
    return {
      ref: ref === undefined ? undefined : shortRef(ref),
      commit,
      base: base === undefined ? defaultRef : shortRef(base),
      defaultRef,
    };
  }
}
