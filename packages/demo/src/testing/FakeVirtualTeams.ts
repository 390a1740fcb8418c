import {
  MembershipActionInput,
  MembershipInput,
  OpenRoleInput,
  TEAM_TRANSITIONS,
  TeamActionInput,
  TeamImportInput,
  TeamInput,
  TeamStatus,
} from '@synchrony/backstage-plugin-virtual-teams-common';

interface StoredTeam {
  teamRef: string;
  status: TeamStatus;
  version: number;
  isStale: boolean;
}

interface StoredMembership {
  id: string;
  teamRef: string;
  userRef: string;
  status: string;
  version: number;
}

type Sent = TeamImportInput &
  TeamInput &
  TeamActionInput &
  MembershipInput &
  Omit<MembershipActionInput, 'action'> &
  OpenRoleInput & { skillId: string };

const PATH = '/api/virtual-teams';
const NAMESPACE = 'virtual-teams';

/** Remembers virtual teams as the plugin does, as far as the loader uses it. */
export class FakeVirtualTeams {
  readonly teams: StoredTeam[] = [];
  readonly memberships: StoredMembership[] = [];
  readonly roles: { id: string; teamRef: string; title: string }[] = [];
  /** Skills by who declared them. */
  readonly skills = new Map<string, Set<string>>();
  readonly endorsements: { by: string; path: string; skillId: string }[] = [];
  readonly grants = new Set<string>();
  /** Entities that its teams work on. */
  scope: string[] = [];
  readonly actions: { who: string; team: string; action: string }[] = [];

  /** Undefined for what is not the plugin's. */
  answer(
    method: string,
    { pathname, searchParams }: URL,
    who: string,
    body: Buffer,
  ): [number, object] | undefined {
    if (!pathname.startsWith(`${PATH}/`)) {
      return undefined;
    }
    const path = pathname.slice(PATH.length);
    return method === 'GET'
      ? this.#read(path, searchParams, who)
      : this.#write(path, who, JSON.parse(body.toString()));
  }

  #read(path: string, query: URLSearchParams, who: string): [number, object] {
    if (path === '/teams') {
      const statuses = query.getAll('status');
      return [
        200,
        {
          items: this.teams
            .filter(({ status }) => statuses.includes(status))
            .map(team => ({
              ...team,
              memberCount: this.#members(team.teamRef).length,
              openRoles: this.roles.filter(
                ({ teamRef }) => teamRef === team.teamRef,
              ),
            })),
        },
      ];
    }
    if (path === '/open-roles') {
      const teamRef = query.get('teamRef');
      return [
        200,
        { items: this.roles.filter(role => role.teamRef === teamRef) },
      ];
    }
    if (path.endsWith('/profile')) {
      const [, name] = /^\/people\/default\/([^/]+)/.exec(path)!;
      const given = this.endorsements.filter(
        each => each.by === who && each.path.includes(name),
      );
      return [
        200,
        {
          canEndorse: [
            ...(this.skills.get(`user:default/${name}`) ?? []),
          ].filter(skill => !given.some(({ skillId }) => skillId === skill)),
        },
      ];
    }
    const team = this.#team(path);
    if (path.endsWith('/entities')) {
      const granted = [...this.grants];
      return [
        200,
        {
          items: this.scope.map(entityRef => ({
            entityRef,
            findingRights: granted.some(each => each.includes(entityRef))
              ? 'granted'
              : 'none',
          })),
        },
      ];
    }
    return path.endsWith('/memberships')
      ? [
          200,
          {
            items: this.#members(team.teamRef, [
              'invited',
              'requested',
              'active',
            ]),
          },
        ]
      : [200, team];
  }

  #write(path: string, who: string, sent: Sent): [number, object] {
    if (path === '/profile') {
      return [200, {}];
    }
    if (path.startsWith('/profile/skills/')) {
      const skills = this.skills.get(who) ?? new Set();
      this.skills.set(who, skills.add(path.split('/').at(-1)!));
      return [200, {}];
    }
    if (path === '/teams/import') {
      sent.items.forEach(({ memberships, status, team }) => {
        const teamRef = `group:${NAMESPACE}/${team.name}`;
        if (!this.teams.some(each => each.teamRef === teamRef)) {
          this.#addTeam(teamRef, status, team.reviewAt);
          if (status !== 'archived') {
            memberships.forEach(({ userRef }) =>
              this.#addMembership(teamRef, userRef, 'active'),
            );
          }
        }
      });
      return [200, {}];
    }
    if (path === '/teams') {
      const teamRef = `group:${NAMESPACE}/${sent.name}`;
      this.#addMembership(teamRef, sent.leadRef, 'active');
      return [201, this.#addTeam(teamRef, 'proposed', sent.reviewAt)];
    }
    if (path === '/open-roles') {
      const id = `r${this.roles.length}`;
      this.roles.push({ id, teamRef: sent.teamRef!, title: sent.title });
      return [201, { id }];
    }
    if (path.startsWith('/memberships/')) {
      const [, , id] = path.split('/');
      const membership = this.memberships.find(each => each.id === id)!;
      membership.status = 'active';
      return [200, membership];
    }
    if (path.endsWith('/endorsements')) {
      this.endorsements.push({ by: who, path, skillId: sent.skillId });
      return [201, {}];
    }
    const team = this.#team(path);
    if (path.endsWith('/grants')) {
      this.grants.add(`${team.teamRef} ${JSON.stringify(sent)}`);
      return [200, {}];
    }
    if (path.endsWith('/memberships')) {
      return [
        201,
        this.#addMembership(
          team.teamRef,
          sent.userRef ?? who,
          sent.userRef === undefined ? 'requested' : 'invited',
        ),
      ];
    }
    team.status = TEAM_TRANSITIONS.find(
      ({ action, from }) =>
        action === sent.action && from.includes(team.status),
    )!.to;
    team.version += 1;
    this.actions.push({ who, team: team.teamRef, action: sent.action });
    return [200, team];
  }

  #team(path: string): StoredTeam {
    const [, name] = /^\/teams\/virtual-teams\/([^/]+)/.exec(path)!;
    return this.teams.find(
      ({ teamRef }) => teamRef === `group:${NAMESPACE}/${name}`,
    )!;
  }

  #members(teamRef: string, statuses = ['active']): StoredMembership[] {
    return this.memberships.filter(
      each => each.teamRef === teamRef && statuses.includes(each.status),
    );
  }

  #addTeam(
    teamRef: string,
    status: TeamStatus,
    reviewAt: string | undefined,
  ): StoredTeam {
    const isStale =
      reviewAt !== undefined && status === 'active' && reviewAt < '2026-10-27';
    const team = { teamRef, status, version: 1, isStale };
    this.teams.push(team);
    return team;
  }

  #addMembership(
    teamRef: string,
    userRef: string,
    status: string,
  ): StoredMembership {
    const id = `m${this.memberships.length}`;
    const membership = { id, teamRef, userRef, status, version: 1 };
    this.memberships.push(membership);
    return membership;
  }
}
