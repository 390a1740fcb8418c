import { TestDatabases } from '@backstage/backend-test-utils';
import {
  DiscoveryPage,
  EXPERTISE_VISIBILITIES,
  ExpertiseVisibility,
  PersonProfile,
  SearchDocuments,
  SkillMatrix,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import fc from 'fast-check';
import { setUpVirtualTeams, SKILLS } from '../__testUtils__/setUpVirtualTeams';
import { narrower } from '../expertise/narrower';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Each pair is of one group and one platform. */
const GROUPS = {
  ann: 'ledger',
  ben: 'ledger',
  cy: 'login',
  dee: 'login',
  eve: 'clusters',
  fay: 'clusters',
} as const;
const PLATFORM = {
  ledger: 'group:default/payments',
  login: 'group:default/identity',
  clusters: 'group:default/cloud',
} as const;
type Name = keyof typeof GROUPS;
const NAMES = Object.keys(GROUPS) as Name[];
const SKILL_IDS = SKILLS.map(({ id }) => id);

const declaration = fc.record({
  person: fc.constantFrom(...NAMES),
  profile: fc.constantFrom(...EXPERTISE_VISIBILITIES),
  skillId: fc.constantFrom(...SKILL_IDS),
  own: fc.option(fc.constantFrom(...EXPERTISE_VISIBILITIES), {
    nil: undefined,
  }),
});

interface Shown {
  profile: ExpertiseVisibility;
  skills: Map<string, ExpertiseVisibility>;
}

describe.each(databases.eachSupportedId())('who finds whom on %s', id => {
  it('is only as each person says, by whatever way', async () => {
    const database = await databases.init(id);
    const { get, put, remove } = await setUpVirtualTeams(database);
    const isSeen = (
      viewer: Name | 'stranger',
      person: Name,
      to: ExpertiseVisibility,
    ) =>
      to === 'everyone' ||
      (to === 'my_groups' &&
        viewer !== 'stranger' &&
        GROUPS[viewer] === GROUPS[person]);

    await fc.assert(
      fc.asyncProperty(
        fc.array(declaration, { minLength: 1, maxLength: 7 }),
        fc.constantFrom<Name | 'stranger'>(...NAMES, 'stranger'),
        async (declarations, viewer) => {
          for (const name of NAMES) {
            await remove('/profile', name);
          }
          const model = new Map<Name, Shown>();
          for (const { own, person, profile, skillId } of declarations) {
            const shown = model.get(person) ?? {
              profile,
              skills: new Map(),
            };
            await put('/profile', person, {
              visibility: profile,
              availability: 'free',
            });
            shown.profile = profile;
            const narrow =
              own === undefined ? undefined : narrower(own, profile);
            const { status } = await put(`/profile/skills/${skillId}`, person, {
              level: 'guide',
              willing: ['join'],
              evidenceLinks: [],
              ...(narrow && { visibility: narrow }),
            });
            expect(status).toBe(200);
            shown.skills.set(skillId, narrow ?? 'everyone');
            model.set(person, shown);
          }
          const seen = new Map(
            [...model].map(([person, { profile, skills }]) => [
              person,
              [...skills]
                .filter(([, own]) =>
                  isSeen(viewer, person, narrower(own, profile)),
                )
                .map(([skillId]) => skillId)
                .sort(),
            ]),
          );
          const people = [...seen]
            .filter(([, skills]) => skills.length > 0)
            .map(([person]) => `user:default/${person}`)
            .sort();

          const page = (
            await get<DiscoveryPage>(
              '/discovery?types=person&limit=100',
              viewer,
            )
          ).body;
          expect(page.totalItems).toBe(people.length);
          const found = page.items.flatMap(item =>
            item.type === 'person'
              ? [[item.userRef, item.expertise.map(e => e.skillId)] as const]
              : [],
          );
          expect(found.map(([ref]) => ref).sort()).toEqual(people);
          for (const [ref, skills] of found) {
            expect([...skills].sort()).toEqual(
              seen.get(ref.split('/')[1] as Name),
            );
          }
          const counted = (skillId: string) =>
            [...seen.values()].filter(skills => skills.includes(skillId))
              .length;
          for (const skillId of SKILL_IDS) {
            const facet = page.facets.skills.find(
              ({ value }) => value === skillId,
            );
            expect(facet?.count ?? 0).toBe(counted(skillId));
          }
          const ofPlatform = (platformRef: string) =>
            [...seen].filter(
              ([person, skills]) =>
                skills.length > 0 && PLATFORM[GROUPS[person]] === platformRef,
            );
          for (const { count, value } of page.facets.platforms) {
            expect(count).toBe(ofPlatform(value).length);
          }

          const { body: matrix } = await get<SkillMatrix>('/matrix', viewer);
          for (const { people: number, platformRef, skillId } of matrix.cells) {
            const there = ofPlatform(platformRef);
            expect(number).toBe(
              there.length === 0
                ? null
                : there.filter(([, skills]) => skills.includes(skillId)).length,
            );
          }
          for (const person of NAMES.filter(name => name !== viewer)) {
            const { body } = await get<PersonProfile>(
              `/people/default/${person}/profile`,
              viewer,
            );
            expect(
              (body.profile?.expertise ?? []).map(e => e.skillId).sort(),
            ).toEqual(seen.get(person) ?? []);
          }
          const { body: documents } = await get<SearchDocuments>(
            '/search/documents',
            'service',
          );
          expect(documents.expertise.map(({ userRef }) => userRef)).toEqual(
            [...model]
              .filter(([, { profile, skills }]) =>
                [...skills.values()].some(
                  own => narrower(own, profile) === 'everyone',
                ),
              )
              .map(([person]) => `user:default/${person}`)
              .sort(),
          );
        },
      ),
      { numRuns: 12 },
    );
  });
});
