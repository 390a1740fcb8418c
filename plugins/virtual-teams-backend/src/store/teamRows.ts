import {
  RequiredExpertise,
  SKILL_LEVELS,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { NewTeam, StoredTeam } from '../teams/types';

/** A row of `teams` as the engines give it. */
export type TeamRow = Record<string, string | number | boolean | null>;

/** What hangs on a team in tables of its own. */
export type TeamParts = Pick<
  StoredTeam,
  'checkIds' | 'deputyIds' | 'entityRefs' | 'platformRefs' | 'requiredExpertise'
>;

const numberOf = (value: TeamRow[string]) =>
  value === null ? undefined : Number(value);
const textOf = <T extends string>(value: TeamRow[string]) =>
  value === null ? undefined : (String(value) as T);
const jsonOf = (value: TeamRow[string]) =>
  value === null ? undefined : JSON.parse(String(value));

export function toTeam(row: TeamRow, parts: TeamParts): StoredTeam {
  return {
    id: Number(row.id),
    teamRef: String(row.team_ref),
    title: String(row.title),
    kind: textOf<StoredTeam['kind']>(row.kind)!,
    status: textOf<StoredTeam['status']>(row.status)!,
    initiative: textOf(row.initiative),
    outcome: String(row.outcome),
    ...jsonOf(row.charter),
    interactionMode: textOf<StoredTeam['interactionMode']>(
      row.interaction_mode,
    )!,
    channels: jsonOf(row.channels),
    cadence: jsonOf(row.cadence),
    leadId: Number(row.lead_id),
    sponsorId: numberOf(row.sponsor_id),
    reviewOn: textOf(row.review_on),
    endsOn: textOf(row.ends_on),
    managedBy: textOf<StoredTeam['managedBy']>(row.managed_by)!,
    declaredIn: textOf(row.declared_in),
    proposalId: textOf(row.proposal_id),
    proposedBy: numberOf(row.proposed_by),
    proposedAt: Number(row.proposed_at),
    startedAt: numberOf(row.started_at),
    endedAt: numberOf(row.ended_at),
    staleSince: numberOf(row.stale_since),
    lastActiveAt: Number(row.last_active_at),
    outcomeRecord: jsonOf(row.outcome_record),
    version: Number(row.version),
    ...parts,
  };
}

export function toTeamRow(team: NewTeam) {
  const { inScope, measures, outOfScope } = team;
  return {
    team_ref: team.teamRef,
    title: team.title,
    title_key: team.title.toLocaleLowerCase('en-US'),
    kind: team.kind,
    status: team.status,
    initiative: team.initiative ?? null,
    outcome: team.outcome,
    charter: JSON.stringify({ inScope, outOfScope, measures }),
    interaction_mode: team.interactionMode,
    channels: JSON.stringify(team.channels),
    cadence: team.cadence ? JSON.stringify(team.cadence) : null,
    lead_id: team.leadId,
    sponsor_id: team.sponsorId ?? null,
    review_on: team.reviewOn ?? null,
    ends_on: team.endsOn ?? null,
    managed_by: team.managedBy,
    declared_in: team.declaredIn ?? null,
    proposal_id: team.proposalId ?? null,
    proposed_by: team.proposedBy ?? null,
    proposed_at: team.proposedAt,
    started_at: team.startedAt ?? null,
    ended_at: team.endedAt ?? null,
    stale_since: team.staleSince ?? null,
    last_active_at: team.lastActiveAt,
    outcome_record: team.outcomeRecord
      ? JSON.stringify(team.outcomeRecord)
      : null,
  };
}

export function toSkillRow(
  teamId: number,
  required: RequiredExpertise,
  position: number,
) {
  return {
    team_id: teamId,
    position,
    skill_id: required.skillId,
    level: SKILL_LEVELS.indexOf(required.level),
    count: required.count,
    title: required.title ?? null,
  };
}

export function toRequiredExpertise(row: TeamRow): RequiredExpertise {
  return {
    skillId: String(row.skill_id),
    level: SKILL_LEVELS[Number(row.level)],
    count: Number(row.count),
    ...(row.title !== null && { title: String(row.title) }),
  };
}
