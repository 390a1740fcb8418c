import { BackstageCredentials } from '@backstage/backend-plugin-api';
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
import {
  Person,
  ReaderOptions,
  requirePerson,
} from '../../access/requireReader';
import { ChampionsContext } from '../../context';
import { arrangeDesk } from '../../desk/arrangeDesk';
import {
  actionsState,
  attentionItems,
  attentionStates,
} from '../../desk/sectionStates';
import { DeskContents, Told } from '../../desk/types';
import { AssignmentStore } from '../../store/AssignmentStore';
import { DeskEntity, DeskStore } from '../../store/desk/DeskStore';
import { AssignmentViews } from '../AssignmentViews';
import { ComponentScores } from './ComponentScores';
import { PluginClients } from './PluginClients';
import { QuestionReader } from './QuestionReader';

export interface DeskServiceOptions
  extends
    ReaderOptions,
    Pick<ChampionsContext, 'catalog' | 'clock' | 'database' | 'people'> {
  assignments: AssignmentStore;
  views: Pick<AssignmentViews, 'of'>;
  desks: DeskStore;
  clients: PluginClients;
  scores: ComponentScores;
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
  async get(credentials: BackstageCredentials): Promise<Desk> {
    const { clock, desks, questions } = this.#options;
    const caller = await requirePerson(this.#options, credentials);
    const now = clock();
    const scopes = await this.#scopes(caller);
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
      questions.open(caller),
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
  async #scopes(caller: Person): Promise<OwnScope[]> {
    const { assignments, catalog, database, desks, people, views } =
      this.#options;
    const personId = await people.find(database, caller.userRef);
    if (personId === undefined) {
      return [];
    }
    const [live, entities] = await Promise.all([
      assignments.live(database, { personIds: [personId] }),
      desks.listEntities(personId),
    ]);
    const oldestFirst = live.toSorted(
      (a, b) => a.nominatedAt - b.nominatedAt || a.id.localeCompare(b.id),
    );
    const shown = await views.of({ ...caller, personId }, oldestFirst);
    const visible = await catalog.filter(caller.credentials, [
      ...new Set(entities.map(({ entityRef }) => entityRef)),
    ]);
    const byScope = Map.groupBy(
      entities.filter(({ entityRef }) => visible.has(entityRef)),
      ({ scopeRef }) => scopeRef,
    );
    return shown.map(assignment => {
      const isActive =
        assignment.status === 'active' || assignment.status === 'stepping_down';
      const under = byScope.get(assignment.scopeRef) ?? [];
      return {
        isActive,
        assignment,
        entities: isActive ? under.filter(({ isOthers }) => !isOthers) : under,
      };
    });
  }

  /** Nothing is asked about nothing. */
  async #attention(
    { credentials }: Person,
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
    { credentials }: Person,
    entityRefs: string[],
  ): Promise<Told<OpenReviewActions> | undefined> {
    return entityRefs.length === 0
      ? undefined
      : this.#options.clients.reviews(credentials, client =>
          client.getOpenActions(entityRefs.slice(0, MAX_OPEN_ACTION_ENTITIES)),
        );
  }

  async #levels(
    { credentials }: Person,
    scopes: OwnScope[],
  ): Promise<Map<string, DeskScope['levels']>> {
    const refsOf = ({ entities }: OwnScope) =>
      componentsOf(entities).map(({ entityRef }) => entityRef);
    const told = await this.#options.scores.read(credentials, [
      ...new Set(scopes.flatMap(refsOf)),
    ]);
    if (told.state !== 'complete') {
      return new Map();
    }
    const rows = new Map(told.value.map(row => [row.entityRef, row]));
    return new Map(
      scopes.map(scope => [
        scope.assignment.id,
        countLevels(refsOf(scope).flatMap(ref => rows.get(ref) ?? [])),
      ]),
    );
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
