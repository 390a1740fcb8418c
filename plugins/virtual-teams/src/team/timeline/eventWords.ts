import {
  MEMBERSHIP_ACTIONS,
  TEAM_ACTIONS,
  TeamEvent,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  MEMBERSHIP_ACTION_WORDS,
  TEAM_ACTION_WORDS,
  TEAM_STATUS_WORDS,
} from '../../words';

const WORDS: Record<string, string> = {
  propose: 'Proposed',
  declare: 'Declared in the catalog',
  import: 'Brought into the portal',
  edit: 'Changed what is written of the team',
  review: 'Reviewed',
  outcome: 'Wrote down the outcome',
  flag: 'Review is overdue',
  undeclare: 'No longer declared in the catalog',
  invite: 'Invited',
  ask: 'Asked to join',
  join: 'Joined',
  change: 'Changed a membership',
  remind: 'Reminded',
  openRole: 'Opened a role',
  closeRole: 'Closed a role',
  askFindings: 'Asked to read the findings of',
  grantFindings: 'Lets members read the findings of',
  allowFindings: 'Lets members read the findings of',
  refuseFindings: 'Keeps the findings to its owners:',
  revokeFindings: 'Took back the right to read the findings of',
  expire: 'Ran out without an answer',
  finish: 'Left, as announced',
  termEnd: 'The term is over',
  userMissing: 'Left the catalog',
  teamEnded: 'Left with the end of the team',
};

/** What happened, in words; the name itself where nobody gave it any. */
export function eventWords({ name, to }: TeamEvent): string {
  const teamAction = TEAM_ACTIONS.find(action => action === name);
  const action = MEMBERSHIP_ACTIONS.find(each => each === name);
  const words =
    (teamAction && TEAM_ACTION_WORDS[teamAction]) ??
    WORDS[name] ??
    (action && MEMBERSHIP_ACTION_WORDS[action]) ??
    name;
  return to && teamAction ? `${words}: ${TEAM_STATUS_WORDS[to]}` : words;
}
