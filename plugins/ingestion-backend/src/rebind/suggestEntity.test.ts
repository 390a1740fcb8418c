import fc from 'fast-check';
import { likeness, NameIndex, suggestEntity } from './suggestEntity';

const named = (name: string) => ({
  entityRef: `component:default/${name}`,
  name,
});

describe('suggesting an entity', () => {
  const ofSameKind = ['ledger-archiver', 'ledger-api', 'web-login'].map(named);

  it('takes the one of the same repository', () => {
    expect(
      suggestEntity('something-else', {
        ofSameRepository: [named('web-login')],
        ofSameKind,
      }),
    ).toEqual({
      entityRef: 'component:default/web-login',
      hint: 'same_repository',
    });
  });

  it('takes the most alike, also among several of one repository', () => {
    expect(
      suggestEntity('ledger-archiver-v2', { ofSameRepository: [], ofSameKind }),
    ).toEqual({
      entityRef: 'component:default/ledger-archiver',
      hint: 'similar_name',
    });
    expect(
      suggestEntity('ledger-archiver-v2', {
        ofSameRepository: [named('ledger-api'), named('ledger-archive')],
        ofSameKind,
      }),
    ).toMatchObject({ entityRef: 'component:default/ledger-archive' });
  });

  it('suggests nothing that is not alike', () => {
    expect(
      suggestEntity('ml-scoring-batch', { ofSameRepository: [], ofSameKind }),
    ).toBeUndefined();
  });

  it('suggests the same of those near a name as of all', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', '-'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 12 }), (one, others) => {
        const all = others.map(named);
        const near = new NameIndex(all).near(one);
        const suggest = (of: typeof all) =>
          suggestEntity(one, { ofSameRepository: [], ofSameKind: of });
        expect(suggest(near)).toEqual(suggest(all));
      }),
    );
  });

  it('measures both ways alike, and a name as itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(likeness(one, other)).toBeCloseTo(likeness(other, one));
        expect(likeness(one, other)).toBeLessThanOrEqual(1);
      }),
    );
    expect(likeness('payments-api', 'Payments_API')).toBe(1);
  });
});
