import {
  ErasureClass,
  PersonExport,
} from '@synchrony/backstage-plugin-champions-common';

/** Kinds of data about a person, in the order in which they are told. */
export const ERASURE_KINDS = [
  'volunteer',
  'training',
  'calendar',
  'digest',
  'nominations',
  'asked',
  'answered',
  'notes',
  'assignments',
  'steps',
  'declarations',
  'memberships',
  'mentions',
  'catalog',
] as const;

export type ErasureKind = (typeof ERASURE_KINDS)[number];

export type ErasureCounts = Record<ErasureKind, number>;

/** A part of what a person is given. */
export type ExportPart = Exclude<keyof PersonExport, 'userRef' | 'exportedAt'>;

interface PersonalData extends Omit<ErasureClass, 'rows'> {
  /** Where the number of the person stands, as `table.column`. */
  columns: readonly string[];
  /** Where the person finds it in the export. */
  exportedIn: readonly ExportPart[];
}

/**
 * All that is kept of people: what is exported, previewed and erased follows
 * from it.
 */
export const PERSONAL_DATA: Record<ErasureKind, PersonalData> = {
  volunteer: {
    what: 'The offer to help',
    effect: 'deleted',
    why: 'It is the person’s own word and serves nobody else.',
    columns: ['volunteers.person_id'],
    exportedIn: ['volunteer'],
  },
  training: {
    what: 'Training records',
    effect: 'deleted',
    why: 'They are about the person alone.',
    columns: ['training_records.person_id'],
    exportedIn: ['training'],
  },
  calendar: {
    what: 'The calendar feed',
    effect: 'deleted',
    why: 'Its address stops to work.',
    columns: ['calendars.person_id'],
    exportedIn: ['calendar'],
  },
  digest: {
    what: 'When the last digest was sent',
    effect: 'deleted',
    why: 'There is nothing more to send.',
    columns: ['digests.person_id'],
    exportedIn: ['digest'],
  },
  nominations: {
    what: 'Nominations that the person did not accept',
    effect: 'deleted',
    why: 'The person never held these posts.',
    columns: ['assignments.person_id'],
    exportedIn: ['assignments', 'history'],
  },
  asked: {
    what: 'Questions that the person asked, with their answers',
    effect: 'deleted',
    why: 'They are the person’s own words.',
    columns: ['questions.asked_by'],
    exportedIn: ['questions'],
  },
  answered: {
    what: 'The person’s answers to questions of others',
    effect: 'deleted',
    why: 'The words are deleted; the question stays with who asked it.',
    columns: ['questions.routed_person_id'],
    exportedIn: ['questions'],
  },
  notes: {
    what: 'Reasons and notes about the person or by the person',
    effect: 'deleted',
    why: 'Free text may say anything about a person.',
    columns: [],
    exportedIn: ['assignments', 'history'],
  },
  assignments: {
    what: 'Posts that the person held, with their history',
    effect: 'pseudonymised',
    why: 'Auditors have to see that a post was held, and for how long. Posts that are held now end.',
    columns: ['assignments.person_id'],
    exportedIn: ['assignments', 'history'],
  },
  steps: {
    what: 'Steps that the person took for others, such as agreeing on capacity, edited briefs and announced meetings',
    effect: 'pseudonymised',
    why: 'They are part of the history of others.',
    columns: [
      'assignments.agreed_by',
      'assignments.nominated_by',
      'assignments.successor_id',
      'assignment_events.actor_id',
      'training_records.recorded_by',
      'briefs.edited_by',
      'meetings.announced_by',
    ],
    exportedIn: ['steps', 'history', 'briefs'],
  },
  declarations: {
    what: 'Declarations of the person in the catalog',
    effect: 'pseudonymised',
    why: 'The annotation stays in the catalog; here it then names nobody. A keyed hash of the ref stays, so that no annotation brings the person back.',
    columns: ['declarations.person_id'],
    exportedIn: ['declarations'],
  },
  memberships: {
    what: 'Groups that the person is in',
    effect: 'retained',
    why: 'They follow the catalog, and go when the person is removed there.',
    columns: [],
    exportedIn: ['memberships'],
  },
  mentions: {
    what: 'Texts of others that name the person',
    effect: 'pseudonymised',
    why: 'The name in them is replaced; the text is of others.',
    columns: [],
    exportedIn: [],
  },
  catalog: {
    what: 'The copy of the catalog',
    effect: 'retained',
    why: 'It follows the catalog, and goes when the person is removed there. Logs of the portal are kept where the portal keeps them.',
    columns: [],
    exportedIn: [],
  },
};

/** What erasing does, or did, with each kind of data. */
export function erasureClasses(counts: ErasureCounts): ErasureClass[] {
  return ERASURE_KINDS.map(kind => {
    const { effect, what, why } = PERSONAL_DATA[kind];
    return { what, effect, why, rows: counts[kind] };
  });
}

/** The parts of an export, each once. */
export const EXPORT_PARTS: readonly ExportPart[] = [
  ...new Set(ERASURE_KINDS.flatMap(kind => PERSONAL_DATA[kind].exportedIn)),
];
