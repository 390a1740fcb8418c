import { ChampionAssignment, ChampionLevel } from './assignments';

/** @public */
export interface TrainingRecord {
  id: string;
  courseId: string;
  /** The day, `YYYY-MM-DD`. */
  completedOn: string;
  evidenceUrl?: string;
  /** `claimed` by the person where the course needs another's word. */
  status: 'claimed' | 'confirmed';
  recordedBy?: string;
  /** From which day on it does not count any more. */
  expiresOn?: string;
}

/** `POST /training` @public */
export interface TrainingInput {
  /** Absent for oneself; others are recorded by who runs the programme. */
  userRef?: string;
  courseId: string;
  completedOn: string;
  evidenceUrl?: string;
}

/** Who may see that somebody volunteers. @public */
export type VolunteerVisibility = 'captains' | 'leads';

/** An offer to help, by a person about themself. @public */
export interface VolunteerOffer {
  specialisms: string[];
  /** Percent of working time. */
  capacityPct: number;
  /** Scopes for which the person would do it; empty for any. */
  scopeRefs: string[];
  willing: ('champion' | 'deputy' | 'mentor')[];
  visibility: VolunteerVisibility;
  note?: string;
  updatedAt: string;
}

/** `PUT /volunteers/me` @public */
export type VolunteerInput = Omit<VolunteerOffer, 'updatedAt'>;

/** `GET /me` @public */
export interface MyChampionship {
  userRef: string;
  /** All that live, nominations included. */
  assignments: ChampionAssignment[];
  level: ChampionLevel;
  training: TrainingRecord[];
  volunteer?: VolunteerOffer;
  /** Whether the reader runs the programme. */
  isCaptain: boolean;
}

/** `GET /people/{namespace}/{name}`: what everybody may know of a person. @public */
export interface PersonChampionship {
  userRef: string;
  /** Only those that the reader may see. */
  assignments: ChampionAssignment[];
  /** Only for the person and for who runs the programme. */
  level?: ChampionLevel;
  training?: TrainingRecord[];
}

/** `GET /people/{namespace}/{name}/entities`: for services and the person. @public */
export interface ChampionedEntities {
  /** Entities that the person is, as champion or deputy, active for. */
  entityRefs: string[];
}

/** What erasing does with one kind of data. @public */
export interface ErasureClass {
  what: string;
  rows: number;
  effect: 'deleted' | 'pseudonymised' | 'retained';
  why: string;
}

/** `GET /people/{namespace}/{name}/erasure` @public */
export interface ErasurePreview {
  userRef: string;
  classes: ErasureClass[];
}

/** `GET /people/{namespace}/{name}/export`: everything that is kept. @public */
export interface PersonExport {
  userRef: string;
  exportedAt: string;
  assignments: object[];
  history: object[];
  training: object[];
  volunteer?: object;
  questions: object[];
  briefs: object[];
  /** Absent where the person has no feed. */
  calendar?: object;
  /** Of what day the last digest was; absent where the person got none. */
  digest?: object;
  /** Scopes whose annotation names the person. */
  declarations: object[];
  /** Groups of the person, as the catalog says. */
  memberships: string[];
  /** What the person did in assignments and training of others. */
  steps: object[];
}

/** `GET /calendar` @public */
export interface CalendarFeed {
  /** Whether a feed of the reader exists. */
  exists: boolean;
  /** Its address, only in the answer that makes it. */
  url?: string;
  createdAt?: string;
}

/** A person in the answer of an auditor's question. @public */
export interface PostHolder {
  entityRef: string;
  scopeRef: string;
  role: 'primary' | 'deputy';
  /** A pseudonym where the person was erased. */
  userRef: string;
  since: string;
}

/** `POST /as-of` @public */
export interface PostHolders {
  at: string;
  items: PostHolder[];
}
