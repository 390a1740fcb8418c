import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../programme/defaultSettings';
import { neededSkills } from './neededSkills';
import { rankVolunteers, SoughtScope, Volunteer } from './rankVolunteers';
import { vacancyNotice } from './vacancyNotice';

const scope: SoughtScope = {
  scopeRef: 'group:default/cards',
  chain: ['group:default/cards', 'group:default/payments'],
  platformRef: 'group:default/payments',
  needs: neededSkills([
    { type: 'service', runtime: 'container', hasIac: false },
  ]),
};
const rules = { ...DEFAULT_SETTINGS, isCaptain: true };

const refs = ['cards', 'payments', 'data'].map(name => `group:default/${name}`);
const anyVolunteer = fc.record<Volunteer>({
  userRef: fc.constantFrom('a', 'b', 'c', 'd', 'e').map(n => `user:x/${n}`),
  specialisms: fc.subarray(DEFAULT_SETTINGS.specialisms.map(({ id }) => id)),
  offeredPct: fc.integer({ min: 1, max: 20 }),
  takenPct: fc.integer({ min: 0, max: 25 }),
  scopeRefs: fc.subarray(refs),
  willing: fc.subarray<'champion' | 'deputy' | 'mentor'>(
    ['champion', 'deputy', 'mentor'],
    { minLength: 1 },
  ),
  visibility: fc.constantFrom('captains' as const, 'leads' as const),
  groups: fc.subarray(refs),
  platforms: fc.subarray(refs),
  standsAt: fc.subarray(refs, { maxLength: 1 }),
  primaryFor: fc.nat(4),
});
const anyVolunteers = fc.uniqueArray(anyVolunteer, {
  selector: ({ userRef }) => userRef,
});

function volunteer(name: string, change: Partial<Volunteer> = {}): Volunteer {
  return {
    userRef: `user:default/${name}`,
    specialisms: [],
    offeredPct: 10,
    takenPct: 0,
    scopeRefs: [],
    willing: ['champion'],
    visibility: 'leads',
    groups: [],
    platforms: [],
    standsAt: [],
    primaryFor: 0,
    ...change,
  };
}

describe('suggestions', () => {
  it('prefer the team, then who asked, who is near and who knows', () => {
    const ranked = rankVolunteers(
      [
        volunteer('anyone'),
        volunteer('skilled', { specialisms: ['supply-chain'] }),
        volunteer('near', { platforms: ['group:default/payments'] }),
        volunteer('keen', { scopeRefs: ['group:default/payments'] }),
        volunteer('member', { groups: ['group:default/cards'] }),
        volunteer('deputy', { willing: ['deputy'] }),
      ],
      scope,
      rules,
    );
    expect(ranked.map(({ userRef }) => userRef.split('/')[1])).toEqual([
      'member',
      'keen',
      'near',
      'skilled',
      'anyone',
      'deputy',
    ]);
    expect(ranked[3].reasons).toEqual([
      'Supply chain: it fits its dependencies',
      'Has 10 % of working time left',
    ]);
  });

  it('name nobody who did not offer it, and no time that is not left', () => {
    fc.assert(
      fc.property(anyVolunteers, fc.boolean(), (people, isCaptain) => {
        const ranked = rankVolunteers(people, scope, { ...rules, isCaptain });
        for (const { capacityLeftPct, reasons, userRef } of ranked) {
          const person = people.find(each => each.userRef === userRef)!;
          expect(capacityLeftPct).toBeGreaterThan(0);
          expect(capacityLeftPct).toBe(person.offeredPct - person.takenPct);
          expect(person.standsAt).not.toContain(scope.scopeRef);
          expect(isCaptain || person.visibility === 'leads').toBe(true);
          expect(person.willing).not.toEqual(['mentor']);
          expect(
            person.scopeRefs.length === 0 ||
              person.scopeRefs.some(ref => scope.chain.includes(ref)),
          ).toBe(true);
          expect(reasons).not.toEqual([]);
        }
        expect(new Set(ranked.map(({ userRef }) => userRef)).size).toBe(
          ranked.length,
        );
      }),
    );
  });

  it('do not depend on the order in which people offered', () => {
    fc.assert(
      fc.property(
        anyVolunteers.chain(people =>
          fc.tuple(
            fc.constant(people),
            fc.shuffledSubarray(people, { minLength: people.length }),
          ),
        ),
        ([people, shuffled]) => {
          expect(rankVolunteers(shuffled, scope, rules)).toEqual(
            rankVolunteers(people, scope, rules),
          );
        },
      ),
    );
  });

  it('go by what components are', () => {
    const types = (component: Parameters<typeof neededSkills>[0][number]) => [
      ...neededSkills([component]).keys(),
    ];
    expect(types({ type: 'library', hasIac: false })).toEqual([
      'sast',
      'secret',
      'sca',
    ]);
    expect(types({ type: 'website', hasIac: true })).toEqual([
      'dast',
      'iac',
      'sast',
      'secret',
      'sca',
    ]);
    expect(neededSkills([]).size).toBe(0);
  });
});

describe('what leads are told', () => {
  const vacancy = {
    scopeRef: 'group:default/cards',
    title: 'Cards',
    state: 'uncovered' as const,
    since: 5,
  };

  it('names the team and nobody', () => {
    expect(vacancyNotice([vacancy])).toMatchObject({
      title: 'Cards has no security champion',
      link: '/champions',
      scope: 'champion-vacancy:group:default/cards:5',
    });
    expect(vacancyNotice([{ ...vacancy, state: 'at_risk' }]).title).toBe(
      'Cards may soon be without a security champion',
    );
    expect(vacancyNotice([vacancy, vacancy]).title).toBe(
      '2 of your teams need a security champion',
    );
  });
});
