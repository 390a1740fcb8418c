import { parseEntityRef } from '@backstage/catalog-model';
import { BackstageUserInfo } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  Permission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
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
  adminPermission,
  findingReadPermission,
  findingTriagePermission,
  intelligenceManagePermission,
  intelligenceReadPermission,
  reportReadPermission,
  reportSubmitPermission,
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
  definitionsManagePermission,
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
import { EntityScopes } from './EntityScopes';
import { GroupTree } from './GroupTree';
import { PolicyRoles } from './roles';
import { ShownScopes } from './ShownScopes';

/** Plugins of the suite: what the policy does not know of them is denied. */
const SUITE = [
  'ingestion',
  'scorecards',
  'champions',
  'virtual-teams',
  'reviews',
  'dependencies',
  'recognition',
];

/** Permissions that every signed-in person has. */
const OPEN_TO_ALL: readonly Permission[] = [
  scoreReadPermission,
  campaignReadPermission,
  scorecardReviewReadPermission,
  // A nomination is a question: it counts for nothing until it is accepted.
  championReadPermission,
  championNominatePermission,
  // Joining a team owns nothing; its lead decides.
  teamReadPermission,
  teamCreatePermission,
  teamJoinPermission,
  expertiseSelfPermission,
  // Whose reports a person may send is decided by ownership, in ingestion.
  reportSubmitPermission,
  // Which public lists are loaded, and of what day.
  intelligenceReadPermission,
];

/** What stands behind an entity: for its owners and for those whose work it is. */
const BEHIND_THE_ENTITY: readonly ResourcePermission[] = [
  findingReadPermission,
  reportReadPermission,
  evidenceReadPermission,
  waiverReadPermission,
];

/** Upload tokens: owners and AppSec manage them, others only see them. */
const UPLOAD_TOKENS: readonly ResourcePermission[] = [
  tokenReadPermission,
  tokenManagePermission,
];

/** For those who fix findings, and for AppSec. */
const WORK_ON_FINDINGS: readonly ResourcePermission[] = [
  findingTriagePermission,
  waiverRequestPermission,
  exemptionRequestPermission,
];

/** What a champion may do for the entities that the person looks after. */
const FOR_CHAMPIONS: readonly ResourcePermission[] = [
  ...BEHIND_THE_ENTITY,
  findingTriagePermission,
  waiverRequestPermission,
  waiverApprovePermission,
];

/** What members of a team may see of what they were granted. */
const FOR_TEAM_MEMBERS: readonly ResourcePermission[] = [
  findingReadPermission,
  evidenceReadPermission,
];

/**
 * Definitions and campaigns are AppSec's: it sets goals, and says who is exempt
 * from them. It also runs the programme of champions, as its captain, and
 * helps where a virtual team is stuck.
 */
const SET_GOALS: readonly Permission[] = [
  definitionsManagePermission,
  campaignManagePermission,
  exemptionDecidePermission,
  championManagePermission,
  teamManagePermission,
];

/** For those who answer for an area, and for AppSec. */
const LEAD: readonly Permission[] = [
  scorecardReviewManagePermission,
  effectReadPermission,
];

/** For those who audit. */
const AUDIT: readonly Permission[] = [
  auditReadPermission,
  championAuditPermission,
];

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Erasing people is the administrators'. */
const ERASE: readonly Permission[] = [
  privacyErasePermission,
  teamsPrivacyErasePermission,
];

/** Found by searching only while the person shows it to everyone. */
const IF_FOUND_BY_EVERYONE = onCondition(profileReadPermission, {
  rule: 'IS_FOUND_BY_EVERYONE',
  resourceType: profileReadPermission.resourceType,
  params: {},
});

/**
 * Who may do what in the portal, by the roles of `synchrony.policy` and by
 * ownership. Levels are open to all; findings and evidence only to owners,
 * AppSec, auditors and to leaders for what is below them; and to champions for
 * what they look after, and to members of virtual teams for what the team was
 * granted. Owners, champions and AppSec triage findings. Auditors alone draw
 * evidence packs; they find nobody by skills.
 */
export class SynchronyPolicy implements PermissionPolicy {
  readonly #roles: PolicyRoles;
  readonly #groups: GroupTree;
  readonly #champions: EntityScopes;
  readonly #virtualTeams: EntityScopes;
  readonly #shownScopes: ShownScopes;

  constructor(options: {
    roles: PolicyRoles;
    groups: GroupTree;
    /** What somebody is champion of. */
    champions: EntityScopes;
    /** What somebody was granted as member of a virtual team. */
    virtualTeams: EntityScopes;
    shownScopes: ShownScopes;
  }) {
    this.#roles = options.roles;
    this.#groups = options.groups;
    this.#champions = options.champions;
    this.#virtualTeams = options.virtualTeams;
    this.#shownScopes = options.shownScopes;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { permission } = request;
    if (!user) {
      return DENY;
    }
    const behind = BEHIND_THE_ENTITY.find(p => p.name === permission.name);
    if (behind) {
      return this.#behindTheEntity(behind, user.info);
    }
    if (permission.name === assignmentReadPermission.name) {
      return ifAcceptedAt(await this.#shownScopes.shownTo(user));
    }
    const tokens = UPLOAD_TOKENS.find(p => p.name === permission.name);
    if (tokens) {
      return this.#uploadTokens(tokens, user.info);
    }
    const work = WORK_ON_FINDINGS.find(p => p.name === permission.name);
    if (work) {
      return this.#workOnFindings(work, user.info);
    }
    if (permission.name === waiverApprovePermission.name) {
      return this.#approveWaivers(user.info);
    }
    if (
      permission.name === intelligenceManagePermission.name ||
      permission.name === adminPermission.name
    ) {
      return this.#runs(user.info) ? ALLOW : DENY;
    }
    if (permission.name === capacityAgreePermission.name) {
      return this.#agreeCapacity(user.info);
    }
    if (permission.name === findingsGrantPermission.name) {
      return this.#grantFindings(user.info);
    }
    if (permission.name === allocationReadPermission.name) {
      return this.#holds(user.info, this.#roles.leaders) ? ALLOW : DENY;
    }
    if (permission.name === expertiseSearchPermission.name) {
      return this.#holds(user.info, this.#roles.auditors) ? DENY : ALLOW;
    }
    if (permission.name === profileReadPermission.name) {
      return this.#holds(user.info, this.#roles.auditors)
        ? DENY
        : IF_FOUND_BY_EVERYONE;
    }
    if (ERASE.some(p => p.name === permission.name)) {
      return this.#holds(user.info, this.#roles.admins) ? ALLOW : DENY;
    }
    if (AUDIT.some(p => p.name === permission.name)) {
      return this.#holds(user.info, this.#roles.auditors) ? ALLOW : DENY;
    }
    if (SET_GOALS.some(p => p.name === permission.name)) {
      return this.#holds(user.info, this.#roles.appSec) ? ALLOW : DENY;
    }
    if (LEAD.some(p => p.name === permission.name)) {
      return this.#leads(user.info) ? ALLOW : DENY;
    }
    if (OPEN_TO_ALL.some(p => p.name === permission.name)) {
      return ALLOW;
    }
    if (SUITE.some(plugin => permission.name.startsWith(`${plugin}.`))) {
      return DENY;
    }
    return this.#restOfThePortal(permission, user.info);
  }

  async #behindTheEntity(
    permission: ResourcePermission,
    info: BackstageUserInfo,
  ): Promise<PolicyDecision> {
    if (
      this.#holds(info, this.#roles.appSec) ||
      this.#holds(info, this.#roles.auditors)
    ) {
      return ALLOW;
    }
    return this.#ifOwnedOrGiven(permission, info, await this.#claims(info));
  }

  /** Auditors and administrators see which tokens there are, and no more. */
  #uploadTokens(
    permission: ResourcePermission,
    info: BackstageUserInfo,
  ): PolicyDecision {
    const readsAll =
      permission.name === tokenReadPermission.name &&
      (this.#holds(info, this.#roles.auditors) ||
        this.#holds(info, this.#roles.admins));
    return readsAll || this.#holds(info, this.#roles.appSec)
      ? ALLOW
      : ifOwnedBy(permission, info.ownershipEntityRefs);
  }

  /**
   * Findings are decided on by those who fix them and by AppSec. Who leads,
   * audits or runs the portal keeps out of it, even for what they own or look
   * after.
   */
  async #workOnFindings(
    permission: ResourcePermission,
    info: BackstageUserInfo,
  ): Promise<PolicyDecision> {
    const { admins, appSec, auditors, leaders } = this.#roles;
    if (this.#holds(info, appSec)) {
      return ALLOW;
    }
    if ([leaders, auditors, admins].some(role => this.#holds(info, role))) {
      return DENY;
    }
    return this.#ifOwnedOrGiven(permission, info, info.ownershipEntityRefs);
  }

  /**
   * Ingestion lets only those approve who also hold a role that is needed;
   * who audits or runs the portal approves nothing, whatever the roles say.
   */
  async #approveWaivers(info: BackstageUserInfo): Promise<PolicyDecision> {
    const { admins, appSec, auditors } = this.#roles;
    if (this.#holds(info, appSec)) {
      return ALLOW;
    }
    return [auditors, admins].some(role => this.#holds(info, role))
      ? DENY
      : this.#ifOwnedOrGiven(
          waiverApprovePermission,
          info,
          await this.#claims(info),
        );
  }

  /** Leaders agree on the time of champions in their area, AppSec everywhere. */
  async #agreeCapacity(info: BackstageUserInfo): Promise<PolicyDecision> {
    const { appSec, leaders } = this.#roles;
    if (this.#holds(info, appSec)) {
      return ALLOW;
    }
    return this.#holds(info, leaders)
      ? ifOwnedBy(capacityAgreePermission, await this.#claims(info))
      : DENY;
  }

  /**
   * Owners let a virtual team see the findings of what they own, AppSec of
   * anything; leading the team, or an area, is not enough.
   */
  #grantFindings(info: BackstageUserInfo): PolicyDecision {
    const { admins, appSec, auditors } = this.#roles;
    if (this.#holds(info, appSec)) {
      return ALLOW;
    }
    return [auditors, admins].some(role => this.#holds(info, role))
      ? DENY
      : ifOwnedBy(findingsGrantPermission, info.ownershipEntityRefs);
  }

  /**
   * What the claims own, and where that counts what the person is champion of,
   * or was granted as member of a virtual team.
   */
  async #ifOwnedOrGiven(
    permission: ResourcePermission,
    info: BackstageUserInfo,
    claims: string[],
  ): Promise<PolicyDecision> {
    const asked = [
      { scopes: this.#champions, permissions: FOR_CHAMPIONS },
      { scopes: this.#virtualTeams, permissions: FOR_TEAM_MEMBERS },
    ].filter(({ permissions }) =>
      permissions.some(p => p.name === permission.name),
    );
    const answers = await Promise.all(
      asked.map(({ scopes }) => scopes.entitiesOf(info.userEntityRef)),
    );
    const entityRefs = [...new Set(answers.flat())];
    return entityRefs.length > 0
      ? ifOwnedOrOneOf(permission, claims, entityRefs)
      : ifOwnedBy(permission, claims);
  }

  /** Who runs ingestion: administrators, and AppSec, whose reports they are. */
  #runs(info: BackstageUserInfo): boolean {
    const { admins, appSec } = this.#roles;
    return this.#holds(info, admins) || this.#holds(info, appSec);
  }

  /**
   * Leaders review their area, AppSec any; whom they name runs it for them. Both
   * see what the programme of champions seems to change.
   */
  #leads(info: BackstageUserInfo): boolean {
    const { appSec, leaders } = this.#roles;
    return this.#holds(info, leaders) || this.#holds(info, appSec);
  }

  /** Own ownership claims, and for leaders those of all groups below theirs. */
  async #claims(info: BackstageUserInfo): Promise<string[]> {
    const own = info.ownershipEntityRefs;
    if (!this.#holds(info, this.#roles.leaders)) {
      return own;
    }
    const groups = own.filter(ref => parseEntityRef(ref).kind === 'group');
    return [
      ...new Set([...own, ...(await this.#groups.withDescendants(groups))]),
    ];
  }

  #restOfThePortal(
    permission: Permission,
    info: BackstageUserInfo,
  ): PolicyDecision {
    const changesCatalog =
      permission.name.startsWith('catalog.') &&
      permission.attributes.action !== 'read' &&
      permission.name !== 'catalog.entity.refresh';
    if (changesCatalog && !this.#holds(info, this.#roles.admins)) {
      return DENY;
    }
    return ALLOW;
  }

  #holds(info: BackstageUserInfo, role: string[]): boolean {
    return info.ownershipEntityRefs.some(ref => role.includes(ref));
  }
}

type Conditions = PermissionCriteria<PermissionCondition>;

function isOwnedBy(
  { resourceType }: ResourcePermission,
  claims: string[],
): PermissionCondition {
  return { rule: 'IS_ENTITY_OWNER', resourceType, params: { claims } };
}

function onCondition(
  permission: ResourcePermission,
  conditions: Conditions,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: permission.name.split('.')[0],
    resourceType: permission.resourceType,
    conditions,
  };
}

/** Found by searching only while the person says yes, at scopes that one sees. */
function ifAcceptedAt(scopeRefs: string[]): PolicyDecision {
  const { resourceType } = assignmentReadPermission;
  return onCondition(assignmentReadPermission, {
    allOf: [
      { rule: 'IS_PUBLIC', resourceType, params: {} },
      { rule: 'SCOPE_IS_ONE_OF', resourceType, params: { scopeRefs } },
    ],
  });
}

function ifOwnedBy(
  permission: ResourcePermission,
  claims: string[],
): PolicyDecision {
  return onCondition(permission, isOwnedBy(permission, claims));
}

function ifOwnedOrOneOf(
  permission: ResourcePermission,
  claims: string[],
  entityRefs: string[],
): PolicyDecision {
  const { resourceType } = permission;
  return onCondition(permission, {
    anyOf: [
      isOwnedBy(permission, claims),
      { rule: 'ENTITY_IS_ONE_OF', resourceType, params: { entityRefs } },
    ],
  });
}
