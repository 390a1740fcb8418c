import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  MaturityEntitiesPage,
  MaturityEntitiesQuery,
  MaturityModelInfo,
  MaturityReport,
} from '@synchrony/backstage-plugin-scorecards-common';
import { CatalogVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { Ruleset } from '../evaluation/evaluateAll';
import { MaturityModel } from '../maturity/readMaturityModels';
import { HierarchyStore } from '../store/HierarchyStore';
import { MaturityStore } from '../store/MaturityStore';
import { RollupStore } from '../store/RollupStore';
import { scopeRefOf } from './scopeRefOf';
import { ScorecardsService } from './ScorecardsService';
import { SeenScores, seenScores } from './seenScores';

const ENTITIES_A_PAGE = 50;

export interface MaturityServiceOptions {
  scorecards: ScorecardsService;
  catalog: CatalogVisibility;
  store: RollupStore;
  hierarchy: HierarchyStore;
  counts: MaturityStore;
  models: MaturityModel[];
  ruleset: () => Ruleset;
  clock: () => Date;
}

function infoOf({ id, title, url, version }: MaturityModel): MaturityModelInfo {
  return { id, title, version, url };
}

/** What evidence supports of maturity models, of entities that a caller may see. */
export class MaturityService {
  readonly #options: MaturityServiceOptions;

  constructor(options: MaturityServiceOptions) {
    this.#options = options;
  }

  async models(
    credentials: BackstageCredentials,
  ): Promise<MaturityModelInfo[]> {
    await this.#options.scorecards.requireScores(credentials);
    return this.#options.models.map(infoOf);
  }

  /** @throws NotFoundError for a model or a scope that there is not */
  async report(
    credentials: BackstageCredentials,
    modelId: string,
    query: { scorecard: string; within?: string },
  ): Promise<MaturityReport> {
    const { clock, counts } = this.#options;
    const model = await this.#model(credentials, modelId);
    const seen = await this.#seen(credentials, query);
    const found = new Map(
      (
        await counts.count(
          seen.filter,
          model.activities.flatMap(({ checks, id }) =>
            checks.map(checkId => ({ activity: id, checkId })),
          ),
        )
      ).map(count => [count.activity, count]),
    );
    const titles = this.#titles();
    return {
      model: infoOf(model),
      activities: model.activities.map(({ checks, ...activity }) => ({
        ...activity,
        checks: checks.map(id => ({ id, title: titles.get(id) })),
        applicable: found.get(activity.id)?.applicable ?? 0,
        supported: found.get(activity.id)?.supported ?? 0,
      })),
      ...(seen.isLowerBound && { totalIsLowerBound: true }),
      asOf: clock().toISOString(),
    };
  }

  /** @throws NotFoundError for a model, an activity or a scope that there is not */
  async entities(
    credentials: BackstageCredentials,
    query: MaturityEntitiesQuery & { scorecard: string },
  ): Promise<MaturityEntitiesPage> {
    const model = await this.#model(credentials, query.model);
    const activity = model.activities.find(({ id }) => id === query.activity);
    if (!activity) {
      throw new NotFoundError(
        `No activity ${query.activity} in ${model.title}`,
      );
    }
    const seen = await this.#seen(credentials, query);
    const found = await this.#options.counts.list(
      seen.filter,
      activity.checks,
      {
        supported: query.supported,
        after: query.cursor,
        limit: ENTITIES_A_PAGE + 1,
      },
    );
    const rows = found.slice(0, ENTITIES_A_PAGE);
    return {
      items: rows.map(row => ({
        entityRef: row.entity_ref,
        title: row.title ?? undefined,
        ownerRef: row.owner_ref ?? undefined,
        supported: Number(row.supported) === 1,
      })),
      pageInfo: {
        nextCursor:
          found.length > ENTITIES_A_PAGE ? rows.at(-1)?.entity_ref : undefined,
      },
    };
  }

  async #model(
    credentials: BackstageCredentials,
    modelId: string,
  ): Promise<MaturityModel> {
    const { models, scorecards } = this.#options;
    await scorecards.requireScores(credentials);
    const model = models.find(({ id }) => id === modelId);
    if (!model) {
      throw new NotFoundError(
        `No maturity model ${modelId}; there are ${models.map(({ id }) => id).join(', ')}`,
      );
    }
    return model;
  }

  async #seen(
    credentials: BackstageCredentials,
    { scorecard, within }: { scorecard: string; within?: string },
  ): Promise<SeenScores> {
    const { catalog, hierarchy } = this.#options;
    const scope = within === undefined ? undefined : scopeRefOf(within);
    const members =
      scope === undefined ? undefined : await hierarchy.members(scope);
    const seen = await seenScores(
      this.#options,
      credentials,
      await catalog.mode(credentials),
      { scorecard, members },
      scope ? [scope] : [],
    );
    if (scope && (!(await hierarchy.node(scope)) || !seen.isSeen(scope))) {
      throw new NotFoundError(`No entity ${scope}`);
    }
    return seen;
  }

  #titles(): Map<string, string> {
    return new Map(
      this.#options
        .ruleset()
        .scorecards.flatMap(({ checks }) =>
          checks.map(
            ({ check }) =>
              [check.definition.id, check.definition.title] as const,
          ),
        ),
    );
  }
}
