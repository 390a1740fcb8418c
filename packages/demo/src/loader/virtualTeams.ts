import {
  EndorsementInput,
  ExpertiseInput,
  GrantInput,
  Membership,
  MembershipActionInput,
  MembershipInput,
  OpenRoleInput,
  OpenRolesPage,
  PersonProfile,
  ProfileInput,
  Team,
  TeamAction,
  TeamActionInput,
  TeamEntities,
  TeamImport,
  TeamImportInput,
  TeamInput,
  TeamMemberships,
  TeamsPage,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { DemoTeam } from '../virtualTeams/model';
import { ENDORSEMENTS, PROFILES } from '../virtualTeams/people';
import { TEAMS } from '../virtualTeams/teams';
import { DemoPortal } from './DemoPortal';

const DAY_MS = 24 * 3600 * 1000;
const PATH = '/api/virtual-teams';
const MANAGER = 'appsec-lead';
const NAMESPACE = 'virtual-teams';
const TIME_ZONE = 'Europe/London';

const personRef = (name: string) => `user:default/${name}`;
const groupRef = (name: string) => `group:default/${name}`;
const componentRef = (name: string) => `component:default/${name}`;
const teamPath = (name: string) => `${PATH}/teams/${NAMESPACE}/${name}`;

/** Asked, and not answered yet: somebody wants in, and somebody is wanted. */
const PENDING: {
  team: string;
  person: string;
  by: string;
  input: MembershipInput;
}[] = [
  {
    team: 'passkeys-everywhere',
    person: 'malachi.iversen',
    by: 'malachi.iversen',
    input: {
      role: 'member',
      allocationPct: 10,
      message: 'I release the Android app and could take the platform part.',
    },
  },
  {
    team: 'sbom-and-provenance',
    person: 'amara.rowe',
    by: 'leila.farouk',
    input: {
      userRef: personRef('amara.rowe'),
      role: 'expert',
      message: 'Could you look at the attestations of the payment releases?',
    },
  },
];

/** Brings the virtual teams of the demo about; what is there stays. */
class VirtualTeams {
  readonly #portal: DemoPortal;
  readonly #now: Date;

  constructor(portal: DemoPortal, now: Date) {
    this.#portal = portal;
    this.#now = now;
  }

  async bringAbout(): Promise<void> {
    for (const profile of PROFILES) {
      await this.#share(profile);
    }
    const body: TeamImportInput = {
      items: TEAMS.flatMap(team => this.#import(team)),
    };
    await this.#portal.postAs(MANAGER, `${PATH}/teams/import`, body);
    const known = await this.#known();
    for (const team of TEAMS.filter(({ name }) => !known.has(name))) {
      await this.#propose(team);
    }
    for (const team of TEAMS) {
      await this.#lookForPeople(team);
      await this.#askForFindings(team);
    }
    await this.#pauseOnce('pci-4-readiness');
    for (const endorsement of ENDORSEMENTS) {
      await this.#endorse(endorsement);
    }
    for (const each of PENDING) {
      await this.#addOnce(each.team, each.by, each.person, each.input);
    }
  }

  async #share({
    availability,
    limitPct,
    note,
    person,
    skills,
    visibility,
  }: (typeof PROFILES)[number]): Promise<void> {
    const profile: ProfileInput = { visibility, availability, limitPct, note };
    await this.#portal.putAs(personRef(person), `${PATH}/profile`, profile);
    for (const [skillId, level, willing = []] of skills) {
      const input: ExpertiseInput = { level, willing, evidenceLinks: [] };
      await this.#portal.putAs(
        personRef(person),
        `${PATH}/profile/skills/${skillId}`,
        input,
      );
    }
  }

  #definition(team: DemoTeam): TeamInput {
    return {
      name: team.name,
      title: team.title,
      kind: team.kind,
      initiative: team.initiative,
      charter: {
        outcome: team.outcome,
        inScope: team.inScope,
        outOfScope: team.outOfScope,
        measures: team.measures.map(
          ([title, unit, start, aim, now], index) => ({
            id: `measure-${index + 1}`,
            title,
            unit,
            start,
            aim,
            ...(now !== undefined && { current: now, currentAt: this.#at(-7) }),
          }),
        ),
      },
      sponsorRef: team.sponsor && personRef(team.sponsor),
      leadRef: personRef(team.lead),
      deputyRefs: (team.deputies ?? []).map(personRef),
      platformRefs: team.platforms.map(groupRef),
      interactionMode: team.mode,
      entityRefs: team.components.map(componentRef),
      channels: [
        {
          title: `#${team.channel}`,
          url: `https://chat.larkhill.example/channels/${team.channel}`,
        },
      ],
      cadence: team.meets && {
        ...team.meets,
        minutes: 45,
        timeZone: TIME_ZONE,
        firstOn: this.#day(team.started ?? team.proposed),
      },
      reviewAt: team.review === undefined ? undefined : this.#day(team.review),
      endsAt: team.ends === undefined ? undefined : this.#day(team.ends),
      requiredExpertise: team.skills.map(([skillId, level, count, title]) => ({
        skillId,
        level,
        count,
        title,
      })),
      checkIds: team.checkIds ?? [],
    };
  }

  #import(team: DemoTeam): TeamImport[] {
    const { ended, outcomeRecord, started, status } = team;
    if (
      started === undefined ||
      status === 'proposed' ||
      status === 'forming'
    ) {
      return [];
    }
    return [
      {
        team: this.#definition(team),
        status,
        proposedAt: this.#at(team.proposed),
        startedAt: this.#at(started),
        ...(ended !== undefined && { endedAt: this.#at(-ended) }),
        memberships: team.members.map(
          ([person, role, allocationPct, skillIds]) => ({
            userRef: personRef(person),
            role,
            allocationPct,
            skillIds,
            since: this.#at(started),
            consentRecord:
              'Signed the charter that the team kept as a wiki page',
          }),
        ),
        outcome: outcomeRecord && {
          summary: outcomeRecord.summary,
          stillOpen: outcomeRecord.stillOpen,
          handoverOwnerRef: groupRef(outcomeRecord.handoverOwner),
          artefacts: outcomeRecord.artefacts.map(([title, url]) => ({
            title,
            url,
          })),
          story: outcomeRecord.story,
        },
      },
    ];
  }

  /** Names of the teams that are there, as their manager sees them. */
  async #known(): Promise<Set<string>> {
    const statuses = [
      'proposed',
      'forming',
      'active',
      'paused',
      'closing',
      'archived',
    ];
    const query = statuses.map(status => `status=${status}`).join('&');
    const { items } = await this.#portal.getAs<TeamsPage>(
      MANAGER,
      `${PATH}/teams?limit=100&${query}`,
    );
    return new Set(items.map(({ teamRef }) => teamRef.split('/')[1]));
  }

  async #propose(team: DemoTeam): Promise<void> {
    const lead = personRef(team.lead);
    const proposed = await this.#portal.postAs<Team>(
      lead,
      `${PATH}/teams`,
      this.#definition(team),
    );
    if (team.status === 'proposed' || team.sponsor === undefined) {
      return;
    }
    await this.#actOn(team.name, personRef(team.sponsor), proposed, 'approve');
    for (const [person, role, allocationPct] of team.members.slice(1)) {
      const invited = await this.#portal.postAs<Membership>(
        lead,
        `${teamPath(team.name)}/memberships`,
        { userRef: personRef(person), role } satisfies MembershipInput,
      );
      const accept: MembershipActionInput = {
        action: 'accept',
        version: invited.version,
        allocationPct,
      };
      await this.#portal.postAs(
        personRef(person),
        `${PATH}/memberships/${invited.id}/actions`,
        accept,
      );
    }
  }

  async #actOn(
    name: string,
    person: string,
    { version }: Pick<Team, 'version'>,
    action: TeamAction,
    note?: string,
  ): Promise<Team> {
    const body: TeamActionInput = { action, version, note };
    return this.#portal.postAs(person, `${teamPath(name)}/actions`, body);
  }

  async #lookForPeople({ lead, name, roles = [] }: DemoTeam): Promise<void> {
    if (roles.length === 0) {
      return;
    }
    const teamRef = `group:${NAMESPACE}/${name}`;
    const { items } = await this.#portal.getAs<OpenRolesPage>(
      personRef(lead),
      `${PATH}/open-roles?teamRef=${encodeURIComponent(teamRef)}`,
    );
    const titles = items.map(({ title }) => title);
    for (const { platform, ...role } of roles.filter(
      ({ title }) => !titles.includes(title),
    )) {
      const input: OpenRoleInput = {
        ...role,
        teamRef,
        platformRef: platform && groupRef(platform),
      };
      await this.#portal.postAs(personRef(lead), `${PATH}/open-roles`, input);
    }
  }

  async #askForFindings({ grants = [], lead, name }: DemoTeam): Promise<void> {
    if (grants.length === 0) {
      return;
    }
    const { items } = await this.#portal.getAs<TeamEntities>(
      personRef(lead),
      `${teamPath(name)}/entities`,
    );
    const open = items
      .filter(({ findingRights }) => findingRights === 'none')
      .map(({ entityRef }) => entityRef);
    for (const entityRef of grants.map(componentRef)) {
      if (!open.includes(entityRef)) {
        continue;
      }
      const input: GrantInput = { entityRef, action: 'grant' };
      await this.#portal.postAs(
        personRef(lead),
        `${teamPath(name)}/grants`,
        input,
      );
    }
  }

  /** It waited for the auditors once; its history says so. */
  async #pauseOnce(name: string): Promise<void> {
    const team = TEAMS.find(each => each.name === name)!;
    const lead = personRef(team.lead);
    const current = await this.#portal.getAs<Team>(lead, teamPath(name));
    if (current.version > 1) {
      return;
    }
    const paused = await this.#actOn(
      name,
      lead,
      current,
      'pause',
      'Waits for the assessor’s reading of the new requirements.',
    );
    await this.#actOn(name, lead, paused, 'resume');
  }

  async #endorse({
    by,
    person,
    skillId,
    text,
  }: (typeof ENDORSEMENTS)[number]): Promise<void> {
    const path = `${PATH}/people/default/${person}`;
    const { canEndorse } = await this.#portal.getAs<PersonProfile>(
      personRef(by),
      `${path}/profile`,
    );
    if (canEndorse.includes(skillId)) {
      const input: EndorsementInput = { skillId, context: 'mentoring', text };
      await this.#portal.postAs(personRef(by), `${path}/endorsements`, input);
    }
  }

  async #addOnce(
    team: string,
    by: string,
    person: string,
    input: MembershipInput,
  ): Promise<void> {
    const path = `${teamPath(team)}/memberships`;
    const { items } = await this.#portal.getAs<TeamMemberships>(
      personRef(by),
      path,
    );
    if (!items.some(({ userRef }) => userRef === personRef(person))) {
      await this.#portal.postAs(personRef(by), path, input);
    }
  }

  #at(inDays: number): string {
    return new Date(this.#now.getTime() + inDays * DAY_MS).toISOString();
  }

  #day(inDays: number): string {
    return this.#at(inDays).slice(0, 10);
  }
}

/**
 * Brings the virtual teams of the demo about through the public API, each step
 * as the person who takes it.
 */
export async function bringVirtualTeams(
  portal: DemoPortal,
  now: Date,
): Promise<void> {
  await new VirtualTeams(portal, now).bringAbout();
}
