import {
  DeskItem,
  DeskSection,
  DeskUrgency,
} from '@synchrony/backstage-plugin-champions-common';

interface SectionWords {
  /** On its counter. */
  short: string;
  title: string;
  /** On the link of one of its items. */
  action: string;
}

/** What the sections of a desk are called. */
export const SECTION_WORDS: Record<DeskSection, SectionWords> = {
  critical: {
    short: 'new critical',
    title: 'New critical findings',
    action: 'Triage',
  },
  due: {
    short: 'due in 7 days',
    title: 'Findings due within 7 days',
    action: 'Open finding',
  },
  waivers: {
    short: 'waivers to act on',
    title: 'Waivers to decide on or that end',
    action: 'Decide',
  },
  reviews: {
    short: 'review actions',
    title: 'Actions from scorecard reviews',
    action: 'Open review',
  },
  questions: {
    short: 'questions',
    title: 'Questions to answer',
    action: 'Read and answer',
  },
  evidence: {
    short: 'without evidence',
    title: 'Evidence went quiet',
    action: 'See what is missing',
  },
};

/** When things have to be done, in the order of the desk. */
export const URGENCY_WORDS: Record<
  DeskUrgency,
  { title: string; what: string }
> = {
  now: { title: 'Now', what: 'exploited, or ending within 3 days' },
  week: { title: 'This week', what: 'within 7 days' },
  later: { title: 'Later', what: 'after that, or without a day' },
};

/** What is done by a day, and what is merely silent, apart. */
export function itemsAt(items: DeskItem[], urgency: DeskUrgency): DeskItem[] {
  return items.filter(
    item => item.urgency === urgency && item.section !== 'evidence',
  );
}
