import { Entity } from '@backstage/catalog-model';
import {
  EntityScoresQuery,
  Level,
} from '@synchrony/backstage-plugin-scorecards-common';
import { KnownLevels } from './KnownLevels';
import { SecurityLevelProcessor } from './SecurityLevelProcessor';

class MemoryCache {
  readonly #values = new Map<string, unknown>();
  async get<T>(key: string) {
    return this.#values.get(key) as T | undefined;
  }
  async set(key: string, value: unknown) {
    this.#values.set(key, value);
  }
}

/** Serves two rows a page. */
class Scores {
  readonly asked: EntityScoresQuery[] = [];
  rows: [string, Level][] = [];
  failsAfter = Infinity;

  async getEntityScores(query: EntityScoresQuery) {
    this.asked.push(query);
    if (this.asked.length > this.failsAfter) {
      throw new Error('scorecards is down');
    }
    const start = Number(query.cursor ?? 0);
    const page = this.rows.slice(start, start + 2);
    return {
      items: page.map(([entityRef, level]) => ({
        entityRef,
        level,
        scorecardId: 'essentials',
        waivers: 0,
        computedAt: '2026-11-24T10:00:00.000Z',
      })),
      totalItems: this.rows.length,
      levels: {
        unrated: 0,
        none: 0,
        bronze: 0,
        silver: 0,
        gold: 0,
        platinum: 0,
      },
      pageInfo:
        start + 2 < this.rows.length ? { nextCursor: String(start + 2) } : {},
    };
  }
}

const entity = (labels?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'Ledger', ...(labels && { labels }) },
});

function setUp() {
  const scores = new Scores();
  const known = new KnownLevels({
    scorecards: scores,
    scorecard: 'essentials',
  });
  const processor = new SecurityLevelProcessor(known);
  const cache = new MemoryCache();
  const process = async (given: Entity) =>
    (await processor.preProcessEntity(given, {}, {}, {}, cache)).metadata
      .labels;
  return { scores, known, process };
}

describe('levels in the catalog', () => {
  it('reads all pages, and gives each entity its own as a label', async () => {
    const { known, process, scores } = setUp();
    scores.rows = [
      ['component:default/a', 'none'],
      ['component:default/b', 'silver'],
      ['component:default/ledger', 'gold'],
    ];
    await known.refresh();

    expect(scores.asked).toHaveLength(2);
    expect(await process(entity({ team: 'x' }))).toEqual({
      team: 'x',
      'synchrony.io/security-level': 'gold',
    });
  });

  it('lets nobody declare a level', async () => {
    const { known, process } = setUp();
    const declared = entity({ 'synchrony.io/security-level': 'platinum' });
    expect(await process(declared)).toEqual({});
    await known.refresh();
    expect(await process(declared)).toEqual({});
  });

  it('keeps what was known while scorecards is down', async () => {
    const { known, process, scores } = setUp();
    scores.rows = [
      ['component:default/ledger', 'gold'],
      ['component:default/b', 'silver'],
      ['component:default/c', 'silver'],
    ];
    await known.refresh();
    expect(await process(entity())).toMatchObject({
      'synchrony.io/security-level': 'gold',
    });

    scores.rows = [...scores.rows].reverse();
    scores.failsAfter = 3;
    await expect(known.refresh()).rejects.toThrow('scorecards is down');
    expect(await process(entity())).toMatchObject({
      'synchrony.io/security-level': 'gold',
    });
  });

  it('remembers the last level over a restart', async () => {
    const { known, scores } = setUp();
    scores.rows = [['component:default/ledger', 'gold']];
    await known.refresh();
    const cache = new MemoryCache();
    await new SecurityLevelProcessor(known).preProcessEntity(
      entity(),
      {},
      {},
      {},
      cache,
    );
    const restarted = new SecurityLevelProcessor({ levels: undefined });
    const { metadata } = await restarted.preProcessEntity(
      entity(),
      {},
      {},
      {},
      cache,
    );
    expect(metadata.labels).toEqual({ 'synchrony.io/security-level': 'gold' });
  });
});
