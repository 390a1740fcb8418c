import { SkillCoverage } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Candidate, matchGaps, MatchQuestion } from './match';

const gap = (skillId: string, more: Partial<SkillCoverage> = {}) => ({
  skillId,
  skillName: skillId,
  level: 'practitioner' as const,
  count: 1,
  covered: 0,
  ...more,
});

const person = (
  name: string,
  skillId: string,
  more: Partial<Candidate> = {},
): Candidate => ({
  userRef: `user:default/${name}`,
  platformRef: 'group:default/cards',
  availability: 'free',
  limitPct: 12,
  givenPct: 0,
  skills: [
    {
      skillId,
      level: 2,
      isJoining: true,
      isMentor: false,
      endorsements: 3,
      isStale: false,
    },
  ],
  ...more,
});

const ask = (more: Partial<MatchQuestion>) =>
  matchGaps({
    skills: [gap('webauthn', { title: 'WebAuthn, mobile' })],
    candidates: [],
    memberPlatformRefs: ['group:default/identity'],
    allocationLimitPct: 20,
    isSame: (one, other) => one === other,
    ...more,
  });

describe('matchGaps', () => {
  it('says why somebody fits', () => {
    const [found] = ask({ candidates: [person('mika', 'webauthn')] });
    expect(found).toMatchObject({
      title: 'WebAuthn, mobile',
      missing: 1,
      assigned: ['user:default/mika'],
    });
    expect(found.people[0].freePct).toBe(12);
    expect(found.people[0].reasons.map(({ text }) => text)).toEqual([
      'WebAuthn, mobile: advanced, 3 endorsements',
      'Adds a platform that the team lacks',
      'Wants to join',
      'Offers 12 %, has 12 % free',
    ]);
  });

  it('takes unknown availability for unknown, and never for time', () => {
    const [found] = ask({
      candidates: [
        person('tara', 'webauthn', { availability: 'not_stated', limitPct: 5 }),
        person('free', 'webauthn', { limitPct: 5 }),
      ],
    });
    expect(found.people.map(({ userRef }) => userRef)).toEqual([
      'user:default/free',
      'user:default/tara',
    ]);
    expect(found.people[1].freePct).toBeUndefined();
    expect(found.people[1].reasons).toContainEqual({
      kind: 'unknown',
      text: 'Offers 5 %, availability not stated',
      isKnown: false,
    });
  });

  it('counts people at their limit, and names none of them', () => {
    const [found] = ask({
      candidates: [
        person('full', 'webauthn', { givenPct: 12 }),
        person('busy', 'webauthn', { availability: 'none' }),
        person('limitless', 'webauthn', { limitPct: undefined, givenPct: 20 }),
      ],
    });
    expect(found).toMatchObject({ people: [], atLimit: 3, assigned: [] });
  });

  it('needs the level that is asked for', () => {
    const [found] = ask({
      skills: [gap('webauthn', { level: 'guide' })],
      candidates: [person('mika', 'webauthn')],
    });
    expect(found).toMatchObject({ people: [], atLimit: 0 });
  });

  it('closes all gaps together, each person once', () => {
    const both = person('mika', 'webauthn');
    const found = ask({
      skills: [gap('webauthn'), gap('mtls')],
      candidates: [
        {
          ...both,
          skills: [...both.skills, { ...both.skills[0], skillId: 'mtls' }],
        },
        person('ola', 'webauthn', { availability: 'limited' }),
      ],
    });
    expect(found.map(({ assigned }) => assigned)).toEqual([
      ['user:default/ola'],
      ['user:default/mika'],
    ]);
  });
});
