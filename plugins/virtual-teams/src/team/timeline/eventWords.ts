import {
  TEAM_ACTIONS,
  TeamEvent,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { TEAM_STATUS_WORDS } from '../../words';

const WORDS: Record<string, string> = {
  propose: 'Proposed',
  declare: 'Declared in the catalog',
  import: 'Brought into the portal',
  edit: 'Changed what is written of the team',
  review: 'Reviewed',
  outcome: 'Wrote down the outcome',
  flag: 'Review is overdue',
  takeOver: 'Declared in the catalog from now on',
  undeclare: 'No longer declared in the catalog',
  invite: 'Invited',
  ask: 'Asked to join',
  join: 'Joined',
  change: 'Changed a membership',
  remind: 'Reminded',
  openRole: 'Opened a role',
  closeRole: 'Closed a role',
  askFindings: 'Asked to read findings:',
  grantFindings: 'Lets members read findings:',
  allowFindings: 'Lets members read findings:',
  refuseFindings: 'Keeps findings to the owners:',
  revokeFindings: 'Took back the right to read findings:',
  expire: 'Ran out without an answer',
  accept: 'Accepted the invitation',
  decline: 'Declined the invitation',
  withdrawInvitation: 'Invitation withdrawn',
  approve: 'Let in',
  reject: 'Request declined',
  withdrawRequest: 'Withdrew the request',
  announceLeave: 'Said when to leave',
  cancelLeave: 'Stays after all',
  leave: 'Left',
  remove: 'Taken out of the team',
  finish: 'Left, as announced',
  termEnd: 'The term is over',
  userMissing: 'Left the catalog',
  teamEnded: 'Left with the end of the team',
};

/** What happened, in words; the name itself where nobody gave it any. */
export function eventWords({ name, to }: TeamEvent): string {
  return to && TEAM_ACTIONS.some(action => action === name)
    ? `Now ${TEAM_STATUS_WORDS[to].toLocaleLowerCase('en-GB')}`
    : (WORDS[name] ?? name);
}
