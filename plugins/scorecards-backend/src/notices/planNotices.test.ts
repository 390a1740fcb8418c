import { Level } from '@synchrony/backstage-plugin-scorecards-common';
import { digestPayload } from './payloads';
import { PendingNotice, planNotices } from './planNotices';

const NOW = Date.parse('2026-11-26T09:00:00Z');
const TODAY = Date.parse('2026-11-26T00:00:00Z');
const MINUTE_MS = 60_000;
const SETTINGS = {
  digestHour: 7,
  immediateTiers: ['tier-1'],
  immediateAfterMs: MINUTE_MS,
};

const TITLE_OF = (id: string) => id.toUpperCase();

function notice(
  name: string,
  from: Level,
  to: Level,
  overrides: Partial<PendingNotice> = {},
): PendingNotice {
  return {
    scorecardId: 'essentials',
    entityRef: `component:default/${name}`,
    ownerRef: 'group:default/payments',
    tier: 'tier-2',
    from,
    to,
    changedAt: NOW - 60 * MINUTE_MS,
    ...overrides,
  };
}

describe('notices of levels', () => {
  it('come at once for a drop of the first tier, else once a day by owner', () => {
    const plan = planNotices(
      [
        notice('urgent', 'silver', 'bronze', { tier: 'tier-1' }),
        notice('risen', 'bronze', 'silver', { tier: 'tier-1' }),
        notice('fallen', 'silver', 'bronze'),
        notice('other', 'silver', 'bronze', { ownerRef: 'user:default/ann' }),
      ],
      SETTINGS,
      TODAY - 1,
      NOW,
    );
    const names = (notices: PendingNotice[] = []) =>
      notices.map(({ entityRef }) => entityRef.split('/')[1]);
    expect(names(plan.immediate)).toEqual(['urgent']);
    expect(names(plan.digests.get('group:default/payments'))).toEqual([
      'risen',
      'fallen',
    ]);
    expect(names(plan.digests.get('user:default/ann'))).toEqual(['other']);
    expect(plan.digestDay).toBe(TODAY);
  });

  it('wait for the hour of the digest, and come once a day', () => {
    const pending = [notice('a', 'silver', 'bronze')];
    for (const [last, now] of [
      [TODAY, NOW],
      [TODAY - 1, TODAY + 6 * 60 * MINUTE_MS],
    ]) {
      const plan = planNotices(pending, SETTINGS, last, now);
      expect(plan.digests.size).toBe(0);
      expect(plan.digestDay).toBeUndefined();
    }
  });

  it('do not come for a level that came back, nor before it settled', () => {
    const back = notice('back', 'silver', 'silver');
    const nobody = notice('nobody', 'silver', 'none', { ownerRef: undefined });
    const plan = planNotices(
      [
        back,
        nobody,
        notice('fresh', 'silver', 'none', {
          tier: 'tier-1',
          changedAt: NOW - MINUTE_MS / 2,
        }),
        notice('unsettled', 'silver', 'none', {
          changedAt: NOW - 9 * MINUTE_MS,
        }),
      ],
      SETTINGS,
      TODAY - 1,
      NOW,
    );
    expect(plan.settled).toEqual([back, nobody]);
    expect(plan.immediate).toEqual([]);
    expect(plan.digests.size).toBe(0);
  });

  it('list drops first, and how many more there are', () => {
    const { title, description } = digestPayload(
      'group:default/payments',
      [
        notice('risen', 'bronze', 'gold', { title: 'Risen' }),
        ...Array.from({ length: 21 }, (_, index) =>
          notice(`s${index + 10}`, 'silver', 'none'),
        ),
      ],
      TODAY,
      TITLE_OF,
    );
    expect(title).toBe('22 of your services changed their level');
    const lines = description!.split('\n');
    expect(lines[0]).toBe('s10: Silver → no level');
    expect(lines.at(-1)).toBe('and 2 more');
  });

  it('name the scorecard where there are several', () => {
    const { title, description } = digestPayload(
      'group:default/payments',
      [
        notice('api', 'none', 'silver'),
        notice('api', 'none', 'bronze', { scorecardId: 'delivery' }),
      ],
      TODAY,
      TITLE_OF,
    );
    expect(title).toBe('api changed its level in 2 scorecards');
    expect(description).toBe(
      'api: no level → Silver (ESSENTIALS)\napi: no level → Bronze (DELIVERY)',
    );
  });
});
