import { CheckGap } from '@synchrony/backstage-plugin-scorecards-common';
import { bounded, MOST_KEPT } from './bounded';
import { CommonGaps } from './CommonGaps';
import { evidenceFor } from './evidenceFor';
import { seenBy } from './seenBy';

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
const byTeam = (ownerRef: string | undefined) => ownerRef?.replace(/-.*$/, '');

/** What is found in pages, the first of which come first. */
function found(pages: CheckGap[][], platformOf: typeof byTeam = byTeam) {
  const gaps = new CommonGaps({ scorecardId: 'essentials', leastPlatforms: 3 });
  pages.forEach(page => gaps.add(page, platformOf));
  return gaps.proposals();
}

describe('CommonGaps', () => {
  it('finds what fails on three platforms and more, on whatever page', () => {
    const proposals = found([
      [
        gap('code.secrets-scan', ['a-1', 'b-1']),
        gap('code.sast-active', ['a-1', 'a-2', 'b-1']),
      ],
      [gap('code.secrets-scan', ['b-2', 'c-1'])],
    ]);
    expect(proposals).toEqual([
      expect.objectContaining({
        id: 'common-gap:essentials:code.secrets-scan',
        checkIds: ['code.secrets-scan'],
      }),
    ]);
    expect(proposals[0].entities).toHaveLength(4);
    expect(
      evidenceFor(proposals[0], {
        entityCount: 4,
        entityRefs: [],
        platformRefs: ['a', 'b', 'c'],
      }),
    ).toEqual([
      {
        text: '“code.secrets-scan” fails on 4 components of 3 platforms',
        path: '/scorecards',
      },
    ]);
  });

  it('proposes nothing of what is sensitive, or has no platform', () => {
    const owners = ['a-1', 'b-1', 'c-1'];
    expect(found([[gap('x', owners, true)]])).toEqual([]);
    expect(found([[gap('x', owners)]], () => undefined)).toEqual([]);
  });

  it('keeps some of every platform, and says that there are more', () => {
    const many = Array.from({ length: MOST_KEPT + 1 }, () => 'a-1');
    const [proposal] = found([[gap('x', [...many, 'b-1', 'c-1'])]]);
    const kept = bounded(proposal);
    expect(kept.entities).toHaveLength(MOST_KEPT);
    expect(kept.entities.slice(0, 3).map(each => each.platformRef)).toEqual([
      'group:default/a',
      'group:default/b',
      'group:default/c',
    ]);
    const refs = kept.entities.flatMap(each => Object.values(each));
    const seen = seenBy(kept, new Set(refs))!;
    expect(evidenceFor(kept, seen)).toMatchObject([
      { text: '“x” fails on at least 200 components of 3 platforms' },
    ]);
  });
});
