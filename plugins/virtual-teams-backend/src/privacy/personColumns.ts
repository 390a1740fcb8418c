import { TeamErasureClass } from '@synchrony/backstage-plugin-virtual-teams-common';

/** What erasing does with rows that name somebody. */
export interface PersonData {
  table: string;
  column: string;
  what: string;
  why: string;
  effect: Exclude<TeamErasureClass['effect'], 'retained'>;
  /** Deleted only where this is null; in other rows the name goes. */
  onlyWithout?: string;
  /** Words about the person, which go although the row stays. */
  clear?: string[];
}

const OWN = 'It is about the person only';
const HISTORY =
  'It is the history of a team; it stays without saying who it was';

/**
 * Every place that names somebody. The preview, erasing, and the test that no
 * place is forgotten all read this list.
 */
export const PERSON_COLUMNS: readonly PersonData[] = [
  {
    table: 'endorsements',
    column: 'person_id',
    what: 'Endorsements received',
    why: OWN,
    effect: 'deleted',
  },
  {
    table: 'endorsements',
    column: 'endorser_id',
    what: 'Endorsements given',
    why: 'An endorsement stands only as long as who gave it',
    effect: 'deleted',
  },
  {
    table: 'expertise',
    column: 'person_id',
    what: 'Skills',
    why: OWN,
    effect: 'deleted',
  },
  {
    table: 'profile_groups',
    column: 'person_id',
    what: 'Groups of the profile',
    why: OWN,
    effect: 'deleted',
  },
  {
    table: 'profiles',
    column: 'person_id',
    what: 'Profile',
    why: OWN,
    effect: 'deleted',
  },
  {
    table: 'departures',
    column: 'person_id',
    what: 'When the person left the catalog',
    why: OWN,
    effect: 'deleted',
  },
  {
    table: 'calendars',
    column: 'person_id',
    what: 'Calendar feed',
    why: OWN,
    effect: 'deleted',
  },
  {
    table: 'thanks',
    column: 'from_id',
    what: 'Thanks given',
    why: 'The words are of the person',
    effect: 'deleted',
  },
  {
    table: 'thanks',
    column: 'to_id',
    what: 'Thanks received',
    why: 'The words are about the person',
    effect: 'deleted',
  },
  {
    table: 'notices',
    column: 'recipient_id',
    what: 'Notifications to be sent to the person',
    why: OWN,
    effect: 'deleted',
  },
  {
    table: 'notices',
    column: 'subject_id',
    what: 'Notifications to be sent about the person',
    why: OWN,
    effect: 'deleted',
  },
  {
    table: 'open_roles',
    column: 'posted_by',
    what: 'Needs and open roles',
    why: 'A need without a team goes; a role of a team stays the team’s',
    effect: 'deleted',
    onlyWithout: 'team_id',
  },
  {
    table: 'team_deputies',
    column: 'person_id',
    what: 'Being a deputy',
    why: 'Who is erased deputises no more',
    effect: 'deleted',
  },
  {
    table: 'memberships',
    column: 'person_id',
    what: 'Memberships',
    why: HISTORY,
    effect: 'pseudonymised',
    clear: ['message', 'note'],
  },
  {
    table: 'memberships',
    column: 'invited_by',
    what: 'Invitations given',
    why: HISTORY,
    effect: 'pseudonymised',
    clear: ['message'],
  },
  {
    table: 'team_events',
    column: 'actor_id',
    what: 'Steps taken',
    why: HISTORY,
    effect: 'pseudonymised',
    clear: ['note'],
  },
  {
    table: 'team_events',
    column: 'subject_id',
    what: 'Steps that concerned the person',
    why: HISTORY,
    effect: 'pseudonymised',
    clear: ['note'],
  },
  ...(['lead_id', 'sponsor_id', 'proposed_by'] as const).map(column => ({
    table: 'teams',
    column,
    what: {
      lead_id: 'Teams led',
      sponsor_id: 'Teams sponsored',
      proposed_by: 'Teams proposed',
    }[column],
    why: HISTORY,
    effect: 'pseudonymised' as const,
  })),
  ...(['asked_by', 'granted_by'] as const).map(column => ({
    table: 'team_entities',
    column,
    what: {
      asked_by: 'Rights on findings asked for',
      granted_by: 'Rights on findings granted',
    }[column],
    why: 'Who gave a right is a record of access; it stays without the name',
    effect: 'pseudonymised' as const,
  })),
];
