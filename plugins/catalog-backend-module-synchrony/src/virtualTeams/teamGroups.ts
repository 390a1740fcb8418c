import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  GroupEntity,
  parseEntityRef,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  MANAGED_BY_ANNOTATION,
  PARTICIPANTS_ANNOTATION,
  ParticipantRelations,
  PortalTeams,
  VIRTUAL_TEAM_GROUP_TYPE,
} from '@synchrony/backstage-plugin-virtual-teams-common';

/** Somebody who takes part in a virtual team by their own yes. */
export type Participant = ParticipantRelations['items'][number];

/** A team that was made in the portal. */
export type PortalTeam = PortalTeams['items'][number];

/** Where these Groups come from: entities of files can't claim it. */
const LOCATION: LocationSpec = { type: 'synchrony', target: 'virtual-teams' };

/** Carries who takes part in teams that files declare. */
const CARRIER_NAME = 'virtual-team-participants';

function annotations(participants: readonly Participant[]) {
  const location = stringifyLocationRef(LOCATION);
  return {
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
    [PARTICIPANTS_ANNOTATION]: JSON.stringify(
      participants.map(({ teamRef, userRef }) => [teamRef, userRef]),
    ),
  };
}

function teamGroup(
  { description, memberRefs, teamRef, title }: PortalTeam,
  participants: readonly Participant[],
): GroupEntity {
  const { name, namespace } = parseEntityRef(teamRef);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name,
      namespace,
      title,
      description,
      annotations: {
        ...annotations(participants),
        [MANAGED_BY_ANNOTATION]: 'portal',
      },
    },
    spec: {
      type: VIRTUAL_TEAM_GROUP_TYPE,
      children: [],
      ...(memberRefs && { members: memberRefs }),
    },
  };
}

/**
 * The Groups of teams that were made in the portal, and one that carries who
 * takes part in the others. They have no members, unless the plugin says so:
 * taking part owns nothing.
 */
export function teamGroups(
  teams: readonly PortalTeam[],
  participants: readonly Participant[],
): Entity[] {
  const byTeam = new Map<string, Participant[]>();
  for (const participant of participants) {
    const of = byTeam.get(participant.teamRef) ?? [];
    byTeam.set(participant.teamRef, [...of, participant]);
  }
  const fromPortal = new Set(teams.map(({ teamRef }) => teamRef));
  const declared = participants.filter(
    ({ teamRef }) => !fromPortal.has(teamRef),
  );
  const groups: Entity[] = teams.map(team =>
    teamGroup(team, byTeam.get(team.teamRef) ?? []),
  );
  if (declared.length > 0) {
    groups.push({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: {
        name: CARRIER_NAME,
        title: 'People in virtual teams',
        description: 'Who takes part in the virtual teams that files declare',
        annotations: annotations(declared),
      },
      spec: { type: 'virtual-team-participants', children: [] },
    });
  }
  return groups;
}

function isPair(value: unknown): value is [string, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(item => typeof item === 'string')
  );
}

/** Who takes part, by a Group of {@link teamGroups}; none by any other entity. */
export function participantsOf(
  entity: Entity,
  location: LocationSpec,
): Participant[] {
  const text = entity.metadata.annotations?.[PARTICIPANTS_ANNOTATION];
  if (
    text === undefined ||
    location.type !== LOCATION.type ||
    location.target !== LOCATION.target
  ) {
    return [];
  }
  const pairs: unknown = JSON.parse(text);
  return Array.isArray(pairs)
    ? pairs.filter(isPair).map(([teamRef, userRef]) => ({ teamRef, userRef }))
    : [];
}
