/** The signal channel on which virtual teams say that something changed. @public */
export const VIRTUAL_TEAMS_SIGNAL_CHANNEL = 'virtual-teams';

/**
 * Message on {@link VIRTUAL_TEAMS_SIGNAL_CHANNEL}. Everybody who is signed in
 * gets it, so it names nobody and no team that is not public: only that what
 * stands behind `what` is worth reading again.
 *
 * @public
 */
export type VirtualTeamsSignal = {
  what: 'teams' | 'expertise' | 'mine';
};
