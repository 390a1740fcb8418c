/** The longest that a meeting takes, in minutes. @public */
export const MAX_MEETING_MINUTES = 480;

/** What a captain says of a meeting. @public */
export interface MeetingInput {
  title: string;
  /** ISO 8601; ahead, by a year at most. */
  startsAt: string;
  /** Up to {@link MAX_MEETING_MINUTES}. */
  minutes: number;
  /** A room, or the link of a call. */
  place?: string;
}

/** `POST /meetings` @public */
export interface MeetingAnnouncement extends MeetingInput {
  /** Only for who stands at this scope or below it; for all when it is left out. */
  scopeRef?: string;
}

/** A meeting of champions that is not over. @public */
export interface ChampionMeeting extends MeetingAnnouncement {
  id: string;
  isCancelled: boolean;
  /** Goes up by one with every change. */
  version: number;
  /** Whether the reader can change or cancel it. */
  mayChange: boolean;
}

/** `GET /meetings`, the soonest first. @public */
export interface ChampionMeetings {
  items: ChampionMeeting[];
  /** Whether the reader can announce meetings. */
  mayAnnounce: boolean;
}
