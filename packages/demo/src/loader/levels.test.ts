import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Entity } from '@backstage/catalog-model';
import { Level } from '@synchrony/backstage-plugin-scorecards-common';
import { parse } from 'yaml';
import { catalogEntities } from '../catalog/catalogFiles';
import { coveredTeams, resilientTeams } from '../champions/programme';
import { buildOrganisation, refOf } from '../organisation';
import { planReleases } from '../releases/planReleases';
import { planInventories } from '../reports/inventories/planInventories';
import { essentialsLevelOf, levelOf } from '../reports/plan/levels';
import { planHistory } from '../reports/plan/planHistory';
import { startScorecards } from '../__testUtils__/startScorecards';
import {
  INGESTION_SCHEMA,
  toIngestionFacts,
} from '../__testUtils__/toIngestionFacts';
import { bringEvidence } from './bringEvidence';
import { DemoPortal } from './DemoPortal';
import { expectedLevels } from './verify';

jest.setTimeout(120_000);

const NOW = new Date();
const DEMO_CONFIG = resolve(__dirname, '../../../../app-config.demo.yaml');

const organisation = buildOrganisation();
const { components } = organisation;
const history = planHistory(organisation);
const inventories = planInventories(organisation, history);
const releases = planReleases(organisation, history, inventories);

/** With the relations that the catalog would make of them. */
function related(entity: Entity): Entity {
  const { owner, providesApis = [] } = (entity.spec ?? {}) as {
    owner?: string;
    providesApis?: string[];
  };
  return {
    ...entity,
    relations: [
      ...(owner ? [{ type: 'ownedBy', targetRef: owner }] : []),
      ...providesApis.map(name => ({
        type: 'providesApi',
        targetRef: `api:default/${name}`,
      })),
    ],
  };
}

function ingestion() {
  const observedAt = NOW.toISOString();
  return {
    schema: INGESTION_SCHEMA,
    items: components.flatMap(component => {
      const scopes = history.scopes.filter(
        scope => scope.component === component,
      );
      const planned = {
        scopes,
        inventory: inventories.find(each => each.component === component),
        release: releases.findLast(each => each.component === component),
      };
      return scopes.length > 0
        ? [
            {
              entityRef: refOf(component),
              facts: toIngestionFacts(planned, NOW),
              observedAt,
            },
          ]
        : [];
    }),
  };
}

function champions() {
  const covered = coveredTeams();
  const resilient = resilientTeams();
  const stateOf = (team: string) => {
    if (resilient.has(team)) {
      return 'covered';
    }
    return covered.has(team) ? 'covered_thin' : 'at_risk';
  };
  return {
    schema: {
      type: 'object',
      properties: {
        coverage: {
          type: 'object',
          properties: {
            state: { type: 'string' },
            inheritedFrom: { type: 'string' },
            deputies: { type: 'integer' },
            isDeclaredOnly: { type: 'boolean' },
          },
        },
      },
    },
    items: components.map(component => ({
      entityRef: refOf(component),
      facts: {
        coverage: {
          state: stateOf(component.team),
          inheritedFrom: `group:default/${component.team}`,
          deputies: 0,
          isDeclaredOnly: false,
        },
      },
      observedAt: NOW.toISOString(),
    })),
  };
}

async function levelsOf(
  portal: DemoPortal,
  scorecard: string,
): Promise<Record<string, Level>> {
  // There is none before the definitions are in use.
  const { items } = await portal.scores(scorecard).catch(() => ({ items: [] }));
  return Object.fromEntries(
    items
      .map(({ entityRef, level }) => [entityRef, level] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

describe('the levels of Larkhill Bank, as scorecards decide them', () => {
  let portal: DemoPortal;
  const expected = (decide: (name: string) => Level) =>
    Object.fromEntries(
      components
        .map(component => [refOf(component), decide(component.name)] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );

  beforeAll(async () => {
    const { scorecards } = parse(await readFile(DEMO_CONFIG, 'utf8'));
    portal = await startScorecards({
      entities: [...catalogEntities().values()].flat().map(related),
      sources: { ingestion: ingestion(), champions: champions() },
      config: {
        scorecards: { sources: ['ingestion', 'champions'], ...scorecards },
      },
    });
    // Ingestion is planned, so it is not told of releases.
    jest.spyOn(portal, 'sendDeliveries').mockResolvedValue();
    await bringEvidence(portal, {
      organisation,
      history,
      inventories,
      isChosen: () => true,
      now: NOW,
    });
  });

  /** The levels, as soon as they are as expected or after a while. */
  async function settled(scorecard: string, levels: Record<string, Level>) {
    let found: Record<string, Level> = {};
    for (let tries = 0; tries < 60; tries += 1) {
      found = await levelsOf(portal, scorecard);
      if (JSON.stringify(found) === JSON.stringify(levels)) {
        break;
      }
      await sleep(250);
    }
    return found;
  }

  it('are those of the plan in Secure delivery lifecycle', async () => {
    const levels = expected(name => levelOf(history.standings.get(name)!));
    expect(await settled('secure-delivery', levels)).toEqual(levels);
    expect(expectedLevels(history, 'secure-delivery')).toEqual({
      unrated: 33,
      none: 57,
      bronze: 96,
      silver: 78,
      gold: 30,
      platinum: 6,
    });
  });

  it('end at Silver in Essentials', async () => {
    const levels = expected(name =>
      essentialsLevelOf(history.standings.get(name)!),
    );
    expect(await settled('essentials', levels)).toEqual(levels);
    expect(expectedLevels(history, 'essentials')).toEqual({
      unrated: 33,
      none: 57,
      bronze: 96,
      silver: 78 + 30 + 6,
      gold: 0,
      platinum: 0,
    });
  });
});
