import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  definitionsManagePermission,
  EntityScorecards,
  evidenceReadPermission,
  ScorecardDefinitions,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { writeAges } from '../rules/relativeTime';
import { unpackText } from '../store/packedText';
import { ResultStore } from '../store/ResultStore';
import { DefinitionsService } from './DefinitionsService';

export interface ScorecardsServiceOptions {
  permissions: PermissionsService;
  access: EntityAccess;
  catalog: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  results: ResultStore;
  definitions: DefinitionsService;
  clock: () => Date;
}

/** Reading scorecards as a caller may see them. */
export class ScorecardsService {
  readonly #options: ScorecardsServiceOptions;

  constructor(options: ScorecardsServiceOptions) {
    this.#options = options;
  }

  /** The answer about one entity, as JSON. */
  async entityScorecards(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<string> {
    const { access, catalog, clock, entities, results } = this.#options;
    const entityRef = normalizeEntityRef(ref);
    const [, seen, evidence, view] = await Promise.all([
      this.requireScores(credentials),
      catalog.filter(credentials, [entityRef]),
      access.visible(credentials, evidenceReadPermission),
      results.view(entityRef),
    ]);
    if (!seen.has(entityRef)) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    if (!view) {
      if (!(await entities.get([entityRef])).get(entityRef)) {
        throw new NotFoundError(`No entity ${entityRef}`);
      }
      const answer: EntityScorecards = {
        entityRef,
        scorecards: [],
        notApplicableBecause:
          'This entity is new here; its scorecards are being computed.',
      };
      return JSON.stringify(answer);
    }
    const isOpen =
      evidence.kind === 'where'
        ? evidence.matches({
            entityRef,
            ownerRef: view.owner_ref ?? undefined,
          })
        : evidence.kind === 'all';
    return isOpen
      ? writeAges(unpackText(view.full_answer), clock())
      : unpackText(view.public_answer);
  }

  async describeDefinitions(
    credentials: BackstageCredentials,
  ): Promise<ScorecardDefinitions> {
    const [, manageable] = await Promise.all([
      this.requireScores(credentials),
      this.mayManageDefinitions(credentials),
    ]);
    const { problems, scorecards } = this.#options.definitions.describe();
    return manageable
      ? { scorecards, problems, manageable }
      : {
          scorecards,
          problems: [],
          ...(problems.length > 0 && { withheldProblems: problems.length }),
          manageable,
        };
  }

  /** Whether a caller is told of files: of their places, faults and drafts. */
  async mayManageDefinitions(
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: definitionsManagePermission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  async requireScores(credentials: BackstageCredentials): Promise<void> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: scoreReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`${scoreReadPermission.name} is not granted`);
    }
  }
}
