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
const platformOf = (ownerRef: string | undefined) =>
  ownerRef?.replace(/-.*$/, '');

describe('commonGaps', () => {
  it('finds what fails on three platforms and more', () => {
    const found = commonGaps(
      'essentials',
      [
        gap('code.secrets-scan', ['a-1', 'b-1', 'b-2', 'c-1']),
        gap('code.sast-active', ['a-1', 'a-2', 'b-1']),
      ],
      platformOf,
    );
    expect(found).toEqual([
      expect.objectContaining({
        id: 'common-gap:essentials:code.secrets-scan',
        checkIds: ['code.secrets-scan'],
        evidence: [
          {
            text: '“code.secrets-scan” fails on 4 components of 3 platforms',
            path: '/scorecards',
          },
        ],
      }),
    ]);
    expect(found[0].entityRefs).toHaveLength(4);
  });

  it('proposes nothing of what is sensitive, or has no platform', () => {
    expect(
      commonGaps(
        'essentials',
        [gap('x', ['a-1', 'b-1', 'c-1'], true)],
        platformOf,
      ),
    ).toEqual([]);
    expect(
      commonGaps(
        'essentials',
        [gap('x', ['a-1', 'b-1', 'c-1'])],
        () => undefined,
      ),
    ).toEqual([]);
  });
});
