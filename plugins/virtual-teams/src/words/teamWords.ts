import {
  InteractionMode,
  TeamAction,
  TeamGuard,
  TeamKind,
  TeamStatus,
} from '@synchrony/backstage-plugin-virtual-teams-common';

export const KIND_WORDS: Record<TeamKind, string> = {
  initiative: 'Initiative',
  enabling: 'Enabling',
  community: 'Community',
};

/** What a kind of team is for, for those who choose one. */
export const KIND_EXPLAINED: Record<TeamKind, string> = {
  initiative: 'Delivers one outcome in limited time',
  enabling: 'Helps other teams to learn something',
  community: 'Practises together; open to all, with no end',
};

export const TEAM_STATUS_WORDS: Record<TeamStatus, string> = {
  proposed: 'Proposed',
  forming: 'Forming',
  active: 'Active',
  paused: 'Paused',
  closing: 'Closing',
  archived: 'Archived',
  closed: 'Closed',
};

export const TEAM_ACTION_WORDS: Record<TeamAction, string> = {
  approve: 'Sponsor this team',
  reject: 'Decline',
  start: 'Start the team',
  abandon: 'Give it up',
  pause: 'Pause',
  resume: 'Resume',
  beginClose: 'Begin closing',
  cancelClose: 'Go on instead',
  archive: 'Archive',
};

/** What a team still needs, as the thing that is missing. */
export const TEAM_GUARD_WORDS: Record<TeamGuard, string> = {
  isSponsor: 'the sponsor, who decides',
  isLead: 'the lead or a deputy, who decides',
  isLeadSponsorOrProposer: 'the lead, the sponsor or who proposed it',
  hasCharter: 'an outcome, with a measure where the kind asks for one',
  hasLead: 'a lead who has said yes',
  hasSponsor: 'a sponsor',
  spansPlatforms: 'two platforms or more',
  coversASkill: 'somebody for at least one of the skills',
  hasOutcome: 'the outcome, with a value for every measure',
  hasHandoverOwner: 'a group that takes over what was made',
  hasNoOpenWork: 'no open role, invitation or request left',
};

export const INTERACTION_WORDS: Record<InteractionMode, string> = {
  collaboration: 'Works closely with the teams',
  facilitating: 'Helps the teams to help themselves',
  'x-as-a-service': 'Offers something that teams use by themselves',
};
