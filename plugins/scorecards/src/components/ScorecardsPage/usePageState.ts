import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  ENTITY_SCORE_ORDERS,
  EntityScoreOrder,
  EntityScoresQuery,
  Level,
  LEVELS,
  STAGE_SHARES,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';

/** Sizes of a page; the first one is the default. */
export const PAGE_SIZES = [25, 50, 100];

/** Values of the criticality that a component may carry. */
export const TIERS = ['tier-1', 'tier-2', 'tier-3', 'tier-4'];

/** What the page shows, as its address says it. */
export interface PageState {
  /** All of it at a glance, or the components one by one. */
  view: 'overview' | 'services';
  /** Id of the scorecard that counts; Essentials when absent. */
  scorecard?: string;
  levels: Level[];
  tiers: string[];
  mine: boolean;
  /** A group with those below it, a system or a domain. */
  within?: string;
  /** A group without those below it. */
  team?: string;
  system?: string;
  target?: EntityScoresQuery['target'];
  stage?: EntityScoresQuery['stage'];
  outcome?: EntityScoresQuery['outcome'];
  q: string;
  orderBy: EntityScoreOrder;
  cursor?: string;
  limit: number;
}

function listIn<T extends string>(
  value: string | null,
  allowed: readonly T[],
): T[] {
  const words = value?.split(',') ?? [];
  return allowed.filter(each => words.includes(each));
}

/** Reads an address. */
export function parsePageState(search: URLSearchParams): PageState {
  const limit = Number(search.get('limit'));
  const state: PageState = {
    view: 'overview',
    scorecard: search.get('scorecard') || undefined,
    levels: listIn(search.get('level'), LEVELS),
    tiers: listIn(search.get('tier'), TIERS),
    mine: search.get('owner') === 'mine',
    within: search.get('within') ?? undefined,
    team: search.get('team') ?? undefined,
    system: search.get('system') ?? undefined,
    target: (['met', 'missed'] as const).find(
      each => each === search.get('target'),
    ),
    stage: STAGES.find(each => each === search.get('stage')),
    outcome: STAGE_SHARES.find(each => each === search.get('outcome')),
    q: search.get('q') ?? '',
    orderBy:
      ENTITY_SCORE_ORDERS.find(order => order === search.get('orderBy')) ??
      'worst',
    cursor: search.get('cursor') ?? undefined,
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0],
  };
  const isFiltered = filtersOf(state).length > 0;
  return isFiltered || search.get('view') === 'services'
    ? { ...state, view: 'services' }
    : state;
}

/** What narrows the list; what is as by default is left out. */
function filtersOf(state: PageState): [string, string][] {
  const entries: [string, string][] = [
    ['level', state.levels.join(',')],
    ['tier', state.tiers.join(',')],
    ['owner', state.mine ? 'mine' : ''],
    ['within', state.within ?? ''],
    ['team', state.team ?? ''],
    ['system', state.system ?? ''],
    ['target', state.target ?? ''],
    ['stage', state.stage ?? ''],
    ['outcome', state.outcome ?? ''],
    ['q', state.q],
    ['orderBy', state.orderBy === 'worst' ? '' : state.orderBy],
    ['limit', state.limit === PAGE_SIZES[0] ? '' : String(state.limit)],
    ['cursor', state.cursor ?? ''],
  ];
  return entries.filter(([, value]) => value !== '');
}

/** Writes an address; the overview has no filters. */
export function formatPageState(state: PageState): [string, string][] {
  const scorecard: [string, string][] = state.scorecard
    ? [['scorecard', state.scorecard]]
    : [];
  if (state.view === 'overview') {
    return scorecard;
  }
  const filters = filtersOf(state);
  return filters.length === 0
    ? [...scorecard, ['view', 'services']]
    : [...scorecard, ...filters];
}

/** What the page shows, kept in the address. Any change of it starts at the first page. */
export function usePageState(): [
  PageState,
  (change: Partial<PageState>) => void,
] {
  const [search, setSearch] = useAppSearchParams();
  const state = parsePageState(search);
  return [
    state,
    change =>
      setSearch(formatPageState({ ...state, cursor: undefined, ...change }), {
        replace: true,
      }),
  ];
}
