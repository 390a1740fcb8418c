import { ErasureClass } from '@synchrony/backstage-plugin-champions-common';

/** Kinds of data about a person, in the order in which they are told. */
export const ERASURE_KINDS = [
  'volunteer',
  'training',
  'calendar',
  'nominations',
  'asked',
  'answered',
  'notes',
  'assignments',
  'steps',
  'mentions',
  'catalog',
] as const;

export type ErasureKind = (typeof ERASURE_KINDS)[number];

export type ErasureCounts = Record<ErasureKind, number>;

const CLASSES: Record<ErasureKind, Omit<ErasureClass, 'rows'>> = {
  volunteer: {
    what: 'The offer to help',
    effect: 'deleted',
    why: 'It is the person’s own word and serves nobody else.',
  },
  training: {
    what: 'Training records',
    effect: 'deleted',
    why: 'They are about the person alone.',
  },
  calendar: {
    what: 'The calendar feed',
    effect: 'deleted',
    why: 'Its address stops to work.',
  },
  nominations: {
    what: 'Nominations that the person did not accept',
    effect: 'deleted',
    why: 'The person never held these posts.',
  },
  asked: {
    what: 'Questions that the person asked, with their answers',
    effect: 'deleted',
    why: 'They are the person’s own words.',
  },
  answered: {
    what: 'The person’s answers to questions of others',
    effect: 'deleted',
    why: 'The words are deleted; the question stays with who asked it.',
  },
  notes: {
    what: 'Reasons and notes about the person or by the person',
    effect: 'deleted',
    why: 'Free text may say anything about a person.',
  },
  assignments: {
    what: 'Posts that the person held, with their history',
    effect: 'pseudonymised',
    why: 'Auditors have to see that a post was held, and for how long. Posts that are held now end.',
  },
  steps: {
    what: 'Steps that the person took for others, such as agreeing on capacity, and edited briefs',
    effect: 'pseudonymised',
    why: 'They are part of the history of others.',
  },
  mentions: {
    what: 'Texts of others that name the person',
    effect: 'pseudonymised',
    why: 'The name in them is replaced; the text is of others.',
  },
  catalog: {
    what: 'The copy of the catalog',
    effect: 'retained',
    why: 'It follows the catalog, and goes when the person is removed there. Logs of the portal are kept where the portal keeps them.',
  },
};

/** What erasing does, or did, with each kind of data. */
export function erasureClasses(counts: ErasureCounts): ErasureClass[] {
  return ERASURE_KINDS.map(kind => ({ ...CLASSES[kind], rows: counts[kind] }));
}
