import { BackstageUserInfo } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  assignmentReadPermission,
  capacityAgreePermission,
  championAuditPermission,
  championManagePermission,
  championNominatePermission,
  championReadPermission,
  effectReadPermission,
  privacyErasePermission,
} from '@synchrony/backstage-plugin-champions-common';
import {
  findingReadPermission,
  findingTriagePermission,
  reportReadPermission,
  tokenManagePermission,
  tokenReadPermission,
  waiverApprovePermission,
  waiverReadPermission,
  waiverRequestPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  auditReadPermission,
  campaignManagePermission,
  campaignReadPermission,
  evidenceReadPermission,
  exemptionDecidePermission,
  exemptionRequestPermission,
  scorecardReviewManagePermission,
  scorecardReviewReadPermission,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  allocationReadPermission,
  expertiseSearchPermission,
  expertiseSelfPermission,
  findingsGrantPermission,
  profileReadPermission,
  teamCreatePermission,
  teamJoinPermission,
  teamManagePermission,
  teamReadPermission,
  teamsPrivacyErasePermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { GroupTree } from './GroupTree';
import { SynchronyPolicy } from './SynchronyPolicy';

const TREE: Record<string, string[]> = {
  'group:default/payments': ['group:default/instant', 'group:default/fraud'],
  'group:default/fraud': ['group:default/fraud-models'],
};

const groups: GroupTree = {
  async withDescendants(refs) {
    const below = (ref: string): string[] => [
      ref,
      ...(TREE[ref] ?? []).flatMap(below),
    ];
    return refs.flatMap(below);
  },
};

/** What people are champion of. */
const CHAMPIONED: Record<string, string[]> = {
  'user:default/amara': ['component:default/ledger', 'system:default/books'],
};

/** What people were granted as members of virtual teams. */
const GRANTED: Record<string, string[]> = {
  'user:default/bo': ['component:default/wallet'],
};

const policy = new SynchronyPolicy({
  champions: {
    entitiesOf: async userRef => CHAMPIONED[userRef] ?? [],
  },
  virtualTeams: {
    entitiesOf: async userRef => GRANTED[userRef] ?? [],
  },
  shownScopes: { shownTo: async () => ['group:default/instant'] },
  roles: {
    appSec: ['group:default/appsec'],
    auditors: ['group:default/internal-audit'],
    leaders: ['user:default/head'],
    admins: ['group:default/admins'],
  },
  groups,
});

function user(...claims: string[]): PolicyQueryUser {
  const credentials = mockCredentials.user(claims[0]);
  const info: BackstageUserInfo = {
    userEntityRef: claims[0],
    ownershipEntityRefs: claims,
  };
  return { credentials, info } as PolicyQueryUser;
}

const decide = (permission: Permission, who?: PolicyQueryUser) =>
  policy.handle({ permission }, who);

const BEHIND = [
  findingReadPermission,
  reportReadPermission,
  evidenceReadPermission,
  waiverReadPermission,
];

describe('SynchronyPolicy', () => {
  it('opens levels to everyone who is signed in, and to nobody else', async () => {
    await expect(
      decide(scoreReadPermission, user('user:default/a')),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
    await expect(decide(scoreReadPermission)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it.each(BEHIND)(
    'shows what stands behind an entity to its owners only: $name',
    async permission => {
      const decision = await decide(
        permission,
        user('user:default/a', 'group:default/instant'),
      );
      expect(decision).toEqual({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: permission.name.split('.')[0],
        resourceType: permission.resourceType,
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          resourceType: permission.resourceType,
          params: { claims: ['user:default/a', 'group:default/instant'] },
        },
      });
    },
  );

  it.each(['group:default/appsec', 'group:default/internal-audit'])(
    'shows all findings to %s',
    async group => {
      await expect(
        decide(findingReadPermission, user('user:default/a', group)),
      ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
    },
  );

  it('gives a leader the whole tree below, and nothing beside it', async () => {
    const decision = await decide(
      findingReadPermission,
      user('user:default/head', 'group:default/payments'),
    );
    expect(decision).toMatchObject({
      conditions: {
        params: {
          claims: [
            'user:default/head',
            'group:default/payments',
            'group:default/instant',
            'group:default/fraud',
            'group:default/fraud-models',
          ],
        },
      },
    });
  });

  it('gives a member of the same group who is no leader only the own group', async () => {
    const decision = await decide(
      findingReadPermission,
      user('user:default/a', 'group:default/payments'),
    );
    expect(decision).toMatchObject({
      conditions: {
        params: { claims: ['user:default/a', 'group:default/payments'] },
      },
    });
  });

  it('gives an administrator the catalog but no finding', async () => {
    const admin = user('user:default/b', 'group:default/admins');
    const remove = createPermission({
      name: 'catalog.entity.delete',
      attributes: { action: 'delete' },
    });
    await expect(decide(remove, admin)).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
    await expect(decide(remove, user('user:default/a'))).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
    await expect(decide(findingReadPermission, admin)).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
    });
  });

  it('lets owners and AppSec manage upload tokens', async () => {
    const appSec = user('user:default/a', 'group:default/appsec');
    await expect(decide(tokenManagePermission, appSec)).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
    const leader = user('user:default/head', 'group:default/payments');
    await expect(decide(tokenManagePermission, leader)).resolves.toMatchObject({
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: { claims: ['user:default/head', 'group:default/payments'] },
      },
    });
  });

  it.each(['group:default/internal-audit', 'group:default/admins'])(
    'shows upload tokens to %s, who may not manage them',
    async group => {
      const who = user('user:default/b', group);
      await expect(decide(tokenReadPermission, who)).resolves.toEqual({
        result: AuthorizeResult.ALLOW,
      });
      await expect(decide(tokenManagePermission, who)).resolves.toMatchObject({
        result: AuthorizeResult.CONDITIONAL,
        conditions: { params: { claims: ['user:default/b', group] } },
      });
    },
  );
  it('lets the owners of an entity triage its findings, and AppSec all', async () => {
    await expect(
      decide(
        findingTriagePermission,
        user('user:default/a', 'group:default/instant'),
      ),
    ).resolves.toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'ingestion',
      resourceType: 'ingestion-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType: 'ingestion-entity',
        params: { claims: ['user:default/a', 'group:default/instant'] },
      },
    });
    await expect(
      decide(
        findingTriagePermission,
        user('user:default/a', 'group:default/appsec'),
      ),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
  });

  it.each([
    ['a leader', 'user:default/head', 'group:default/payments'],
    ['an auditor', 'user:default/a', 'group:default/internal-audit'],
    ['an administrator', 'user:default/b', 'group:default/admins'],
  ])('lets %s triage nothing', async (_, ...claims) => {
    await expect(
      decide(findingTriagePermission, user(...claims)),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });

  it('denies permissions of the suite that it does not know', async () => {
    const unknown = createPermission({
      name: 'ingestion.finding.read.restricted',
      attributes: { action: 'read' },
    });
    await expect(
      decide(unknown, user('user:default/a', 'group:default/appsec')),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });

  it('lets owners and AppSec ask for waivers, and nobody who audits or runs the portal decide', async () => {
    await expect(
      decide(waiverRequestPermission, user('group:default/instant')),
    ).resolves.toMatchObject({ result: AuthorizeResult.CONDITIONAL });
    for (const who of [
      'group:default/internal-audit',
      'group:default/admins',
    ]) {
      for (const permission of [
        waiverRequestPermission,
        waiverApprovePermission,
      ]) {
        await expect(decide(permission, user(who))).resolves.toEqual({
          result: AuthorizeResult.DENY,
        });
      }
    }
    await expect(
      decide(waiverApprovePermission, user('group:default/appsec')),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
    await expect(
      decide(
        waiverApprovePermission,
        user('user:default/head', 'group:default/payments'),
      ),
    ).resolves.toMatchObject({
      conditions: {
        params: {
          claims: expect.arrayContaining(['group:default/fraud-models']),
        },
      },
    });
  });

  it('shows campaigns to all, and leaves running them to AppSec', async () => {
    const owner = user('user:default/a', 'group:default/instant');
    await expect(decide(campaignReadPermission, owner)).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
    await expect(
      decide(exemptionRequestPermission, owner),
    ).resolves.toMatchObject({
      pluginId: 'scorecards',
      conditions: {
        params: { claims: ['user:default/a', 'group:default/instant'] },
      },
    });
    for (const permission of [
      campaignManagePermission,
      exemptionDecidePermission,
    ]) {
      await expect(decide(permission, owner)).resolves.toEqual({
        result: AuthorizeResult.DENY,
      });
      await expect(
        decide(permission, user('user:default/a', 'group:default/appsec')),
      ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
    }
  });

  it('lets auditors draw evidence packs, and nobody else', async () => {
    await expect(
      decide(
        auditReadPermission,
        user('user:default/a', 'group:default/internal-audit'),
      ),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
    for (const group of ['appsec', 'admins', 'payments']) {
      await expect(
        decide(
          auditReadPermission,
          user('user:default/a', `group:default/${group}`),
        ),
      ).resolves.toEqual({ result: AuthorizeResult.DENY });
    }
  });

  it('shows scorecard reviews to all, and has leaders and AppSec plan them', async () => {
    const owner = user('user:default/a', 'group:default/instant');
    await expect(decide(scorecardReviewReadPermission, owner)).resolves.toEqual(
      { result: AuthorizeResult.ALLOW },
    );
    for (const [name, result] of [
      ['group:default/instant', AuthorizeResult.DENY],
      ['group:default/internal-audit', AuthorizeResult.DENY],
      ['user:default/head', AuthorizeResult.ALLOW],
      ['group:default/appsec', AuthorizeResult.ALLOW],
    ] as const) {
      await expect(
        decide(scorecardReviewManagePermission, user('user:default/a', name)),
      ).resolves.toEqual({ result });
    }
  });

  it.each([
    ...BEHIND,
    findingTriagePermission,
    waiverRequestPermission,
    waiverApprovePermission,
  ])(
    'gives a champion what owners have, for what the person looks after: $name',
    async permission => {
      const { resourceType } = permission;
      await expect(
        decide(permission, user('user:default/amara', 'group:default/instant')),
      ).resolves.toEqual({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: permission.name.split('.')[0],
        resourceType,
        conditions: {
          anyOf: [
            {
              rule: 'IS_ENTITY_OWNER',
              resourceType,
              params: {
                claims: ['user:default/amara', 'group:default/instant'],
              },
            },
            {
              rule: 'ENTITY_IS_ONE_OF',
              resourceType,
              params: { entityRefs: CHAMPIONED['user:default/amara'] },
            },
          ],
        },
      });
    },
  );

  it('gives a champion no tokens and no exemptions beyond what the person owns', async () => {
    for (const permission of [
      tokenReadPermission,
      tokenManagePermission,
      exemptionRequestPermission,
    ]) {
      await expect(
        decide(permission, user('user:default/amara')),
      ).resolves.toMatchObject({ conditions: { rule: 'IS_ENTITY_OWNER' } });
    }
  });

  it.each([
    ['leads', 'user:default/head'],
    ['audits', 'group:default/internal-audit'],
    ['runs the portal', 'group:default/admins'],
  ])('lets a champion who %s triage nothing', async (_, role) => {
    await expect(
      decide(findingTriagePermission, user('user:default/amara', role)),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });

  it('shows who is champion to all, and lets all nominate', async () => {
    for (const permission of [
      championReadPermission,
      championNominatePermission,
    ]) {
      await expect(decide(permission, user('user:default/a'))).resolves.toEqual(
        { result: AuthorizeResult.ALLOW },
      );
      await expect(decide(permission)).resolves.toEqual({
        result: AuthorizeResult.DENY,
      });
    }
  });

  it.each([
    [championManagePermission, ['appsec']],
    [effectReadPermission, ['appsec', 'head']],
    [championAuditPermission, ['internal-audit']],
    [privacyErasePermission, ['admins']],
  ] as const)(
    'gives each part of the programme to few: %j',
    async (what, who) => {
      for (const [name, ref] of [
        ['appsec', 'group:default/appsec'],
        ['head', 'user:default/head'],
        ['internal-audit', 'group:default/internal-audit'],
        ['admins', 'group:default/admins'],
        ['owner', 'group:default/instant'],
      ] as const) {
        await expect(
          decide(what, user('user:default/amara', ref)),
        ).resolves.toEqual({
          result: (who as readonly string[]).includes(name)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        });
      }
    },
  );

  it('has leaders agree on capacity below them, AppSec anywhere, others nowhere', async () => {
    await expect(
      decide(
        capacityAgreePermission,
        user('user:default/head', 'group:default/payments'),
      ),
    ).resolves.toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'champions',
      resourceType: 'champions-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType: 'champions-entity',
        params: {
          claims: expect.arrayContaining([
            'group:default/payments',
            'group:default/fraud-models',
          ]),
        },
      },
    });
    await expect(
      decide(capacityAgreePermission, user('group:default/appsec')),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
    await expect(
      decide(
        capacityAgreePermission,
        user('user:default/amara', 'group:default/instant'),
      ),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });

  it('finds champions while they say yes, at scopes that one sees', async () => {
    for (const who of ['group:default/appsec', 'group:default/instant']) {
      await expect(
        decide(assignmentReadPermission, user('user:default/a', who)),
      ).resolves.toEqual({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'champions',
        resourceType: 'champions-assignment',
        conditions: {
          allOf: [
            {
              rule: 'IS_PUBLIC',
              resourceType: 'champions-assignment',
              params: {},
            },
            {
              rule: 'SCOPE_IS_ONE_OF',
              resourceType: 'champions-assignment',
              params: { scopeRefs: ['group:default/instant'] },
            },
          ],
        },
      });
    }
  });

  it.each([findingReadPermission, evidenceReadPermission])(
    'shows members of a virtual team what the team was granted: $name',
    async permission => {
      await expect(
        decide(permission, user('user:default/bo', 'group:default/instant')),
      ).resolves.toMatchObject({
        result: AuthorizeResult.CONDITIONAL,
        conditions: {
          anyOf: [
            {
              params: { claims: ['user:default/bo', 'group:default/instant'] },
            },
            { params: { entityRefs: ['component:default/wallet'] } },
          ],
        },
      });
    },
  );

  it.each([
    findingTriagePermission,
    reportReadPermission,
    waiverReadPermission,
    waiverRequestPermission,
    waiverApprovePermission,
    tokenReadPermission,
    findingsGrantPermission,
  ])(
    'gives members of a virtual team no more than that: $name',
    async permission => {
      const decision = await decide(permission, user('user:default/bo'));
      expect(JSON.stringify(decision)).not.toContain('wallet');
      expect(decision).toMatchObject({ result: AuthorizeResult.CONDITIONAL });
    },
  );

  it.each([
    teamReadPermission,
    teamCreatePermission,
    teamJoinPermission,
    expertiseSelfPermission,
    expertiseSearchPermission,
  ])('opens virtual teams to all: $name', async permission => {
    await expect(decide(permission, user('user:default/a'))).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it.each([
    [teamManagePermission, 'group:default/appsec'],
    [findingsGrantPermission, 'group:default/appsec'],
    [teamsPrivacyErasePermission, 'group:default/admins'],
    [allocationReadPermission, 'user:default/head'],
  ])(
    'keeps the running of virtual teams to few: %#',
    async (permission, role) => {
      await expect(
        decide(permission, user('user:default/x', role)),
      ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
      await expect(
        decide(permission, user('user:default/a')),
      ).resolves.not.toEqual({ result: AuthorizeResult.ALLOW });
    },
  );

  it('finds people by skills only while they want to be found, and never for auditors', async () => {
    await expect(
      decide(profileReadPermission, user('user:default/a')),
    ).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'virtual-teams',
      conditions: { rule: 'IS_FOUND_BY_EVERYONE' },
    });
    const auditor = user('user:default/u', 'group:default/internal-audit');
    for (const permission of [
      profileReadPermission,
      expertiseSearchPermission,
    ]) {
      await expect(decide(permission, auditor)).resolves.toEqual({
        result: AuthorizeResult.DENY,
      });
    }
  });
});
