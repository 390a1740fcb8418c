import {
  ChampionAssignment,
  Desk,
  DeskScope,
} from '@synchrony/backstage-plugin-champions-common';
import {
  Attention,
  MOST_ENTITIES_PER_ATTENTION,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  MAX_OPEN_ACTION_ENTITIES,
  OpenReviewActions,
} from '@synchrony/backstage-plugin-scorecards-common';
import { PersonAccess, UserCredentials } from '../../access/PersonAccess';
import { Caller, ChampionsContext } from '../../context';
import { arrangeDesk } from '../../desk/arrangeDesk';
import {
  actionsState,
  attentionItems,
  attentionStates,
} from '../../desk/sectionStates';
import { toOwnAssignment } from '../../desk/toAssignment';
import { DeskContents, Told } from '../../desk/types';
import { DeskEntity, DeskStore } from '../../store/desk/DeskStore';
import { PluginClients } from './PluginClients';
import { QuestionReader } from './QuestionReader';
import { ScopeScores } from './ScopeScores';

export interface DeskServiceOptions extends Pick<
  ChampionsContext,
  'catalog' | 'clock' | 'database' | 'people'
> {
  persons: PersonAccess;
  desks: DeskStore;
  clients: PluginClients;
  scores: ScopeScores;
  questions: QuestionReader;
}

const NOTHING: DeskContents = {
  critical: [],
  due: [],
  waivers: [],
  reviews: [],
  questions: [],
  evidence: [],
};

/** An assignment of the person, with what stands under it. */
interface OwnScope {
  assignment: ChampionAssignment;
  isActive: boolean;
  entities: DeskEntity[];
}

/** All that needs a champion, in one answer. */
export class DeskService {
  readonly #options: DeskServiceOptions;

  constructor(options: DeskServiceOptions) {
    this.#options = options;
  }

  /** Other plugins that are missing leave their part out, and never fail it. */
  async get(credentials: UserCredentials): Promise<Desk> {
    const { clock, desks, persons, questions } = this.#options;
    const caller = await persons.requireReader(credentials);
    const isCaptain = await persons.isCaptain(caller);
    const now = clock();
    const scopes = await this.#scopes(caller, isCaptain);
    const active = scopes.filter(({ isActive }) => isActive);
    const entityRefs = [
      ...new Set(
        active.flatMap(({ entities }) =>
          entities.map(({ entityRef }) => entityRef),
        ),
      ),
    ];
    const [attention, actions, levels, routed, coverage] = await Promise.all([
      this.#attention(caller, entityRefs),
      this.#actions(caller, entityRefs),
      this.#levels(caller, active),
      questions.open(caller, isCaptain),
      desks.coverageOf(scopes.map(({ assignment }) => assignment.scopeRef)),
    ]);
    const contents = {
      ...NOTHING,
      ...attentionItems(attention),
      reviews: actions?.state === 'complete' ? actions.value.items : [],
      questions: routed.items,
    };
    return {
      asOf: now.toISOString(),
      scopes: scopes.map(scope => ({
        assignment: scope.assignment,
        coverage: coverage.get(scope.assignment.scopeRef) ?? 'uncovered',
        components: componentsOf(scope.entities).length,
        tier1: componentsOf(scope.entities).filter(
          ({ tier }) => tier === 'tier-1',
        ).length,
        levels: levels.get(scope.assignment.id),
      })),
      components: entityRefs.filter(isComponent).length,
      sections: [
        ...attentionStates(attention, entityRefs.length),
        actionsState(actions, entityRefs.length),
        {
          section: 'questions',
          state: 'complete',
          count: routed.items.length,
          isLowerBound: routed.isLowerBound,
        },
      ],
      items: arrangeDesk(contents, now),
    };
  }

  /** Entities that the person may not see in the catalog are none of them. */
  async #scopes(caller: Caller, isCaptain: boolean): Promise<OwnScope[]> {
    const { catalog, database, desks, people } = this.#options;
    const personId = await people.find(database, caller.userRef);
    if (personId === undefined) {
      return [];
    }
    const [rows, entities] = await Promise.all([
      desks.listAssignments(personId),
      desks.listEntities(personId),
    ]);
    const refs = await people.refsOf(
      database,
      rows.flatMap(row =>
        [
          row.person_id,
          row.agreed_by,
          row.nominated_by,
          row.successor_id,
        ].filter(id => id !== null),
      ),
    );
    const visible = await catalog.filter(caller.credentials, [
      ...new Set(entities.map(({ entityRef }) => entityRef)),
    ]);
    const byScope = Map.groupBy(
      entities.filter(({ entityRef }) => visible.has(entityRef)),
      ({ scopeRef }) => scopeRef,
    );
    return rows.map(row => {
      const isActive =
        row.status === 'active' || row.status === 'stepping_down';
      const under = byScope.get(row.scope_ref) ?? [];
      return {
        isActive,
        assignment: toOwnAssignment(row, { personId, isCaptain }, id =>
          refs.get(id),
        ),
        entities: isActive ? under.filter(({ isOthers }) => !isOthers) : under,
      };
    });
  }

  /** Nothing is asked about nothing. */
  async #attention(
    { credentials }: Caller,
    entityRefs: string[],
  ): Promise<Told<Attention> | undefined> {
    return entityRefs.length === 0
      ? undefined
      : this.#options.clients.ingestion(credentials, client =>
          client.getAttention({
            entityRefs: entityRefs.slice(0, MOST_ENTITIES_PER_ATTENTION),
          }),
        );
  }

  async #actions(
    { credentials }: Caller,
    entityRefs: string[],
  ): Promise<Told<OpenReviewActions> | undefined> {
    return entityRefs.length === 0
      ? undefined
      : this.#options.clients.reviews(credentials, client =>
          client.getOpenActions(entityRefs.slice(0, MAX_OPEN_ACTION_ENTITIES)),
        );
  }

  async #levels(
    { credentials }: Caller,
    scopes: OwnScope[],
  ): Promise<Map<string, DeskScope['levels']>> {
    const told = await Promise.all(
      scopes.map(async ({ assignment, entities }) => {
        const components = new Set(
          componentsOf(entities).map(({ entityRef }) => entityRef),
        );
        const rows = await this.#options.scores.read(
          credentials,
          assignment.scopeRef,
          components,
        );
        return [
          assignment.id,
          rows.state === 'complete' ? countLevels(rows.value) : undefined,
        ] as const;
      }),
    );
    return new Map(told);
  }
}

function isComponent(entityRef: string): boolean {
  return entityRef.startsWith('component:');
}

function componentsOf(entities: DeskEntity[]): DeskEntity[] {
  return entities.filter(({ entityRef }) => isComponent(entityRef));
}

function countLevels(rows: { level: string }[]): Record<string, number> {
  const levels: Record<string, number> = {};
  for (const { level } of rows) {
    levels[level] = (levels[level] ?? 0) + 1;
  }
  return levels;
}
