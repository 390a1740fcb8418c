import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  definitionsManagePermission,
  DryRun,
  DryRunRequest,
  evidenceReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import { parseDefinitions, ParsedFile } from '../definitions/parseDefinitions';
import { DryRunCount } from '../dryRun/DryRunCount';
import { evaluateAll } from '../evaluation/evaluateAll';
import { appliesTo } from '../evaluation/evaluateScorecard';
import { StandingStore } from '../store/StandingStore';
import { DraftCompiler } from './DraftCompiler';
import { DraftShelf } from './DraftShelf';
import { EntityInputs } from './EntityInputs';

export interface DryRunServiceOptions {
  permissions: PermissionsService;
  catalog: CatalogVisibility;
  access: Pick<EntityAccess, 'visible'>;
  inputs: EntityInputs;
  standings: StandingStore;
  compiler: DraftCompiler;
  drafts: Pick<DraftShelf, 'find'>;
  clock: () => Date;
}

/** How faults name what somebody is about to propose. */
const PASTED = 'draft.yaml';

/** As many entities are evaluated between two breaths. */
const BATCH = 200;

/**
 * Shows what definitions would change, on today's facts; stores nothing. Whoever
 * writes the rules can have them ask for one fact of one entity, so that each
 * count could give it away: what is not open to the caller counts nowhere.
 */
export class DryRunService {
  readonly #options: DryRunServiceOptions;

  constructor(options: DryRunServiceOptions) {
    this.#options = options;
  }

  async dryRun(
    credentials: BackstageCredentials,
    request: DryRunRequest,
  ): Promise<DryRun> {
    const { access, catalog, clock, compiler, inputs, permissions, standings } =
      this.#options;
    const [[decision], evidence] = await Promise.all([
      permissions.authorize([{ permission: definitionsManagePermission }], {
        credentials,
      }),
      access.visible(credentials, evidenceReadPermission),
    ]);
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `${definitionsManagePermission.name} is not granted`,
      );
    }
    const now = clock();
    const read = this.#read(request);
    const compiled = await compiler.compile(read.definitions);
    const { activeVersions, ruleset } = compiled;
    const problems = [...read.problems, ...compiled.problems];
    if (problems.length > 0) {
      return { scorecards: [], problems, asOf: now.toISOString() };
    }
    const counts = ruleset.scorecards.map(
      ({ definition }) => new DryRunCount(definition),
    );
    let withheld = 0;
    let refs = await standings.refs('', BATCH);
    while (refs.length > 0) {
      const seen = [...(await catalog.filter(credentials, refs))];
      const inputOf = await inputs.read(seen);
      const levels = await standings.levels(seen);
      for (const ref of seen) {
        const input = inputOf.get(ref);
        const isOpen =
          evidence.kind === 'where'
            ? evidence.matches({
                entityRef: ref,
                ownerRef: input?.entity.ownerRef,
              })
            : evidence.kind === 'all';
        if (!isOpen) {
          const isCovered = ruleset.scorecards.some(
            ({ definition }) => input && appliesTo(definition, input.entity),
          );
          withheld += isCovered ? 1 : 0;
          continue;
        }
        const evaluated = input ? evaluateAll(input, ruleset, now) : [];
        for (const count of counts) {
          count.add({
            entityRef: ref,
            title: input?.entity.title,
            ownerRef: input?.entity.ownerRef,
            from: levels.get(`${ref} ${count.id}`),
            to: evaluated.find(({ definition }) => definition.id === count.id),
          });
        }
      }
      refs = await standings.refs(refs[refs.length - 1], BATCH);
    }
    return {
      scorecards: counts.map(count =>
        count.answer(activeVersions.get(count.id)),
      ),
      problems,
      ...(withheld > 0 && { withheld }),
      asOf: now.toISOString(),
    };
  }

  #read(request: DryRunRequest): ParsedFile {
    if ('text' in request) {
      return parseDefinitions(PASTED, request.text);
    }
    const definitions = this.#options.drafts.find(request.draft);
    if (definitions.length === 0) {
      const { id, kind, version } = request.draft;
      throw new NotFoundError(
        `No file has a draft of ${kind} ${id}, version ${version}, without a fault`,
      );
    }
    return { definitions, problems: [] };
  }
}
