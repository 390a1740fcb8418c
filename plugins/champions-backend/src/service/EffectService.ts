import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  EFFECT_METRICS,
  EffectEstimate,
  effectReadPermission,
  ProgrammeEffect,
} from '@synchrony/backstage-plugin-champions-common';
import { EntityRemediation } from '@synchrony/backstage-plugin-ingestion-common';
import { requirePermission } from '@synchrony/backstage-plugin-scorecards-node';
import { estimateEffect, methodOf, TeamDay, TeamHistory } from '../effect';
import { EffectStore, FirstActive, TeamEntity } from '../store/EffectStore';
import { RemediationReader } from './RemediationReader';

const DAY_MS = 24 * 60 * 60 * 1000;
const WINDOW_DAYS = 90;
/** Champions of longer ago say little about the programme as it is. */
const LONGEST_AGO_DAYS = 730;
/** The figures move by the day, and reading them costs other plugins work. */
const KEPT_MS = 10 * 60_000;

/** Since which day a team has a champion, and who that was at first. */
interface Start {
  since: number;
  personId: number;
}

export interface EffectServiceOptions {
  permissions: PermissionsService;
  store: EffectStore;
  remediation: RemediationReader;
  clock: () => Date;
}

/** What the programme seems to have changed. */
export class EffectService {
  readonly #options: EffectServiceOptions;
  #kept?: { at: number; effect: Promise<ProgrammeEffect> };

  constructor(options: EffectServiceOptions) {
    this.#options = options;
  }

  async get(credentials: BackstageCredentials): Promise<ProgrammeEffect> {
    const { clock, permissions } = this.#options;
    await requirePermission(permissions, credentials, effectReadPermission);
    const now = clock().getTime();
    if (!this.#kept || now - this.#kept.at > KEPT_MS) {
      const effect = this.#compute(now);
      this.#kept = { at: now, effect };
      effect.catch(() => {
        this.#kept = undefined;
      });
    }
    return this.#kept.effect;
  }

  async #compute(now: number): Promise<ProgrammeEffect> {
    const { remediation, store } = this.#options;
    const today = Math.floor(now / DAY_MS);
    const entities = await store.entities();
    const started = await this.#started(today);
    const touched = await store.teamsTouched();
    // Who has a champion for a part only belongs to neither side.
    const counted = entities.filter(
      ({ teamRef }) => started.has(teamRef) || !touched.has(teamRef),
    );
    const from =
      Math.min(today, ...[...started.values()].map(({ since }) => since)) -
      WINDOW_DAYS;
    const items = await remediation.read(
      counted.map(({ entityRef }) => entityRef),
      dayText(from),
      dayText(today - 1),
    );
    const open = (items ?? []).reduce((sum, item) => sum + item.open, 0);
    return {
      asOf: new Date(now).toISOString(),
      windowDays: WINDOW_DAYS,
      estimates: items
        ? estimateEffect({
            teams: toTeams(counted, started, items),
            until: today,
            windowDays: WINDOW_DAYS,
          })
        : withoutFindings(),
      method: methodOf(WINDOW_DAYS, open),
    };
  }

  async #started(today: number): Promise<Map<string, Start>> {
    const { store } = this.#options;
    const byScope = Map.groupBy(
      await store.firstActive(),
      ({ scopeRef }) => scopeRef,
    );
    const chains = Map.groupBy(
      await store.scopesOfTeams(),
      ({ teamRef }) => teamRef,
    );
    const teamRefs = new Set([...byScope.keys(), ...chains.keys()]);
    const started = new Map<string, Start>();
    for (const teamRef of teamRefs) {
      const scopes = chains.get(teamRef)?.map(({ scopeRef }) => scopeRef) ?? [];
      const first = earliest(
        [...new Set([teamRef, ...scopes])].flatMap(
          scopeRef => byScope.get(scopeRef) ?? [],
        ),
      );
      const day = first && Math.floor(first.at / DAY_MS);
      if (first && day !== undefined && day > today - LONGEST_AGO_DAYS) {
        started.set(teamRef, { since: day, personId: first.personId });
      }
    }
    return started;
  }
}

function earliest(all: FirstActive[]): FirstActive | undefined {
  return all.toSorted((a, b) => a.at - b.at).at(0);
}

function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function toTeams(
  entities: TeamEntity[],
  started: Map<string, Start>,
  items: EntityRemediation[],
): TeamHistory[] {
  const itemOf = new Map(items.map(item => [item.entityRef, item]));
  const byTeam = Map.groupBy(entities, ({ teamRef }) => teamRef);
  return [...byTeam].map(([teamRef, owned]) => ({
    ...started.get(teamRef),
    days: owned.flatMap(({ entityRef }) =>
      (itemOf.get(entityRef)?.days ?? []).map(
        ({ day, ...counts }): TeamDay => ({
          ...counts,
          day: Date.parse(day) / DAY_MS,
        }),
      ),
    ),
  }));
}

function withoutFindings(): EffectEstimate[] {
  return EFFECT_METRICS.map(metric => ({
    isShown: false,
    metric,
    because:
      'Nothing is known of findings: the plugin that keeps them is not installed.',
  }));
}
