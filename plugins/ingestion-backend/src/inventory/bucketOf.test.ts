import { advisoryBucketOf, componentBucketOf } from './bucketOf';

const NOW = 1_000_000;
const STALE_BEFORE = NOW - 100;
const current = { hasList: true, lastCompleteAt: NOW };

describe('the bucket of an entity', () => {
  it.each([
    [['in', 'unknown'], { hasList: false }, 'affected'],
    [['in'], { hasList: true, lastCompleteAt: 0 }, 'affected'],
    [['unknown'], current, 'cannotTell'],
    [[], { hasList: true }, 'cannotTell'],
    [['out'], { hasList: true }, 'cannotTell'],
    [[], { hasList: false }, 'noSbom'],
    [['out'], { hasList: true, lastCompleteAt: 0 }, 'stale'],
    [['out'], current, 'notAffected'],
    [[], current, 'notAffected'],
  ] as const)('with %p in %p is %s', (answers, knowledge, expected) => {
    expect(componentBucketOf(new Set(answers), knowledge, STALE_BEFORE)).toBe(
      expected,
    );
  });

  it('is that of the worst finding', () => {
    expect(
      advisoryBucketOf(new Set(['resolved', 'dismissed']), 'affected', true),
    ).toBe('dismissed');
    expect(advisoryBucketOf(undefined, 'affected', true)).toBe('unreported');
  });

  it('is not clear where nobody says what the advisory is about', () => {
    expect(advisoryBucketOf(undefined, 'notAffected', false)).toBe(
      'cannotTell',
    );
    expect(advisoryBucketOf(undefined, 'noSbom', false)).toBe('noSbom');
    expect(advisoryBucketOf(undefined, 'notAffected', true)).toBe(
      'notAffected',
    );
  });
});
