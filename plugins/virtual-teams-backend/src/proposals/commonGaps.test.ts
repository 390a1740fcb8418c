import { commonGaps } from './commonGaps';

const failing = (...owners: string[]) =>
  owners.map((owner, index) => ({
    entityRef: `component:default/c${index}`,
    ownerRef: `group:default/${owner}`,
  }));

const gap = (checkId: string, owners: string[], isSensitive = false) => ({
  checkId,
  title: checkId,
  isSensitive,
  failing: failing(...owners),
});

/** Teams are called after their platform. */
const options = {
  scorecardId: 'essentials',
  leastPlatforms: 3,
  platformOf: (ownerRef: string | undefined) => ownerRef?.replace(/-.*$/, ''),
};

describe('commonGaps', () => {
  it('finds what fails on three platforms and more', () => {
    const found = commonGaps(
      [
        gap('code.secrets-scan', ['a-1', 'b-1', 'b-2', 'c-1']),
        gap('code.sast-active', ['a-1', 'a-2', 'b-1']),
      ],
      options,
    );
    expect(found).toEqual([
      expect.objectContaining({
        id: 'common-gap:essentials:code.secrets-scan',
        checkIds: ['code.secrets-scan'],
      }),
    ]);
    expect(found[0].entities).toHaveLength(4);
    expect(found[0].evidenceOf({ entityCount: 4, platformCount: 3 })).toEqual([
      {
        text: '“code.secrets-scan” fails on 4 components of 3 platforms',
        path: '/scorecards',
      },
    ]);
  });

  it('proposes nothing of what is sensitive, or has no platform', () => {
    const owners = ['a-1', 'b-1', 'c-1'];
    expect(commonGaps([gap('x', owners, true)], options)).toEqual([]);
    expect(
      commonGaps([gap('x', owners)], {
        ...options,
        platformOf: () => undefined,
      }),
    ).toEqual([]);
  });
});
