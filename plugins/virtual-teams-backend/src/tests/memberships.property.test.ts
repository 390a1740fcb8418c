import { TestDatabases } from '@backstage/backend-test-utils';
import {
  GrantedEntities,
  LIVE_MEMBERSHIP_STATUSES,
  MEMBER_STATUSES,
  Membership,
  MEMBERSHIP_ACTIONS,
  MEMBERSHIP_ROLES,
  MyTeams,
  ParticipantRelations,
  Team,
  TEAM_ACTIONS,
  TeamMemberships,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import fc from 'fast-check';
import {
  setUpVirtualTeams,
  smallBank,
  teamInput,
} from '../__testUtils__/setUpVirtualTeams';
import { createTeams } from '../createTeams';
import { StoredMembership } from '../memberships/types';
import { MembershipStore } from '../store/MembershipStore';
import { TeamStore } from '../store/TeamStore';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const RUNS = 6;
const STEPS = 24;
const TEAM = '/teams/virtual-teams/passkeys';
const LEDGER = 'component:default/ledger-api';
const NAMES = ['ann', 'ben', 'cy', 'dee'] as const;
const DAY_MS = 24 * 60 * 60_000;

const refOf = (name: string) => `user:default/${name}`;
const name = fc.constantFrom(...NAMES);
const share = fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined });

const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('team' as const),
        action: fc.constantFrom(...TEAM_ACTIONS),
        by: fc.constantFrom('ann', 'sponsor', 'manager'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        what: fc.constant('add' as const),
        name,
        by: fc.constantFrom('ann', 'manager', 'self'),
        role: fc.constantFrom(...MEMBERSHIP_ROLES),
        allocationPct: share,
        days: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        what: fc.constant('act' as const),
        name,
        action: fc.constantFrom(...MEMBERSHIP_ACTIONS),
        by: fc.constantFrom('self', 'self', 'manager', 'ann', 'stranger'),
        allocationPct: share,
        days: fc.integer({ min: 1, max: 40 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constant('update' as const),
        name,
        by: fc.constantFrom('self', 'manager'),
        role: fc.option(fc.constantFrom(...MEMBERSHIP_ROLES), {
          nil: undefined,
        }),
        allocationPct: share,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constant('pass' as const),
        days: fc.integer({ min: 1, max: 20 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ what: fc.constant('vanish' as const), name }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ what: fc.constant('appear' as const), name }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant('grant' as const),
        action: fc.constantFrom('grant', 'allow', 'refuse', 'revoke'),
        by: fc.constantFrom('ann', 'manager'),
      }),
    },
  ),
  { minLength: STEPS / 2, maxLength: STEPS, size: 'max' },
);

type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

/** A team that formed, and what may happen to it. */
async function setUp(database: Parameters<typeof setUpVirtualTeams>[0]) {
  const bank = await setUpVirtualTeams(database, {
    parts: async context => [createTeams(context)],
  });
  const { context, get, passDays, post, put, state, sweep } = bank;
  const store = new MembershipStore();
  const said = new Set<string>();
  const made = await post(
    '/teams',
    'ann',
    teamInput({ requiredExpertise: [] }),
  );
  expect(made.status).toBe(201);
  const live = async (): Promise<
    (StoredMembership & { userRef: string })[]
  > => {
    const found = await store.find(database, {
      statuses: LIVE_MEMBERSHIP_STATUSES,
    });
    const names = await context.people.refsOf(
      database,
      found.map(({ personId }) => personId),
    );
    return found.map(each => ({ ...each, userRef: names.get(each.personId)! }));
  };
  (await live()).forEach(({ id }) => said.add(id));
  const team = async () => (await get<Team>(TEAM, 'manager')).body;
  const ofName = async (who: string) =>
    (await live()).find(({ userRef }) => userRef === refOf(who));
  const at = (days: number) =>
    new Date(state.now + days * DAY_MS).toISOString();

  async function take(step: Step): Promise<number> {
    switch (step.what) {
      case 'team': {
        const { version } = await team();
        const { action, by } = step;
        return (
          await post(`${TEAM}/actions`, by, { action, version, note: 'So' })
        ).status;
      }
      case 'add': {
        const { allocationPct, days, role } = step;
        const isSelf = step.by === 'self';
        const answer = await post<Membership>(
          `${TEAM}/memberships`,
          isSelf ? step.name : step.by,
          {
            userRef: isSelf ? undefined : refOf(step.name),
            role,
            allocationPct,
            until: days === undefined ? undefined : at(days),
          },
        );
        if (
          answer.status === 201 &&
          answer.body.userRef === refOf(isSelf ? step.name : step.by)
        ) {
          said.add(answer.body.id);
        }
        return answer.status;
      }
      case 'act': {
        const membership = await ofName(step.name);
        if (!membership) {
          return 404;
        }
        const by = step.by === 'self' ? step.name : step.by;
        const { status } = await post(
          `/memberships/${membership.id}/actions`,
          by,
          {
            action: step.action,
            version: membership.version,
            note: 'So',
            ...(step.action === 'accept' && {
              allocationPct: step.allocationPct,
            }),
            ...(step.action === 'announceLeave' && { until: at(step.days) }),
          },
        );
        if (status === 200 && step.action === 'accept' && by === step.name) {
          said.add(membership.id);
        }
        return status;
      }
      case 'update': {
        const membership = await ofName(step.name);
        if (!membership) {
          return 404;
        }
        const isSelf = step.by === 'self';
        return (
          await put(
            `/memberships/${membership.id}`,
            isSelf ? step.name : step.by,
            {
              version: membership.version,
              ...(isSelf
                ? { allocationPct: step.allocationPct }
                : { role: step.role }),
            },
          )
        ).status;
      }
      case 'pass':
        await passDays(step.days);
        return 200;
      case 'vanish':
        state.entities = state.entities.filter(
          ({ metadata }) => metadata.name !== step.name,
        );
        await sweep();
        await sweep();
        return 200;
      case 'appear':
        if (!state.entities.some(each => each.metadata.name === step.name)) {
          state.entities = [
            ...state.entities,
            ...smallBank().filter(each => each.metadata.name === step.name),
          ];
          await sweep();
        }
        return 200;
      default:
        return (
          await post(`${TEAM}/grants`, step.by, {
            entityRef: LEDGER,
            action: step.action,
          })
        ).status;
    }
  }
  return { ...bank, live, said, take, team };
}

type Bank = Awaited<ReturnType<typeof setUp>>;

/** What holds whatever has happened. */
async function check({ get, live, said, state, team, context }: Bank) {
  const found = await live();
  const { status } = await team();
  const members = found.filter(each => MEMBER_STATUSES.includes(each.status));
  for (const member of members) {
    expect(said).toContain(member.id);
    expect(member.until ?? Infinity).toBeGreaterThan(state.now);
  }
  const names = state.entities.map(({ metadata }) => metadata.name);
  for (const { expiresAt, userRef } of found) {
    expect(expiresAt ?? Infinity).toBeGreaterThan(state.now);
    expect(names).toContain(userRef.split('/')[1]);
  }
  if (['archived', 'closed'].includes(status)) {
    expect(found).toEqual([]);
  }

  const { body: relations } = await get<ParticipantRelations>(
    '/relations',
    'service',
  );
  const isKnown = !['proposed', 'archived', 'closed'].includes(status);
  expect(relations.items.map(({ userRef }) => userRef).sort()).toEqual(
    isKnown ? members.map(({ userRef }) => userRef).sort() : [],
  );

  const [grant] = await context
    .database('team_entities')
    .where({ entity_ref: LEDGER });
  const isEffective =
    grant.finding_grant === 'granted' && ['active', 'closing'].includes(status);
  for (const who of NAMES) {
    const { body } = await get<GrantedEntities>(
      `/people/default/${who}/granted-entities`,
      'service',
    );
    const member = members.find(({ userRef }) => userRef === refOf(who));
    expect(body.entityRefs).toEqual(
      isEffective && member && member.role !== 'observer' ? [LEDGER] : [],
    );
  }

  const sum = members.reduce((all, each) => all + (each.allocationPct ?? 0), 0);
  const listed = await get<TeamMemberships>(`${TEAM}/memberships`, 'manager');
  expect(listed.body.totalAllocationPct).toBe(sum);
  for (const member of members) {
    const mine = await get<MyTeams>('/me', member.userRef.split('/')[1]);
    expect(mine.body.totalAllocationPct).toBe(member.allocationPct ?? 0);
    expect(
      listed.body.overAllocated.some(({ ref }) => ref === member.userRef),
    ).toBe((member.allocationPct ?? 0) > 20);
  }
}

describe.each(databases.eachSupportedId())('memberships on %s', id => {
  it('keep their promises, whatever people, time and the catalog do', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async taken => {
        const bank = await setUp(await databases.init(id));
        await bank.take({ what: 'team', action: 'approve', by: 'sponsor' });
        await bank.take({ what: 'team', action: 'start', by: 'ann' });
        for (const step of taken) {
          const before = await leadsOf(bank);
          expect(await bank.take(step)).toBeLessThan(500);
          // Time and the catalog may take the last lead; no step of a person.
          const isOfPerson = step.what === 'act' || step.what === 'update';
          expect(await leadsOf(bank)).toBeGreaterThanOrEqual(
            isOfPerson ? Math.min(before, 1) : 0,
          );
          await check(bank);
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

/** How many lead the team, and it names one of them. */
async function leadsOf({ context, live }: Bank): Promise<number> {
  const leads = (await live()).filter(
    ({ role, status }) => role === 'lead' && MEMBER_STATUSES.includes(status),
  );
  const team = await new TeamStore().get(
    context.database,
    'group:virtual-teams/passkeys',
  );
  if (leads.length > 0) {
    expect(leads.map(({ personId }) => personId)).toContain(team!.leadId);
  }
  return leads.length;
}
