import {
  DeskItem,
  DeskUrgency,
  Question,
} from '@synchrony/backstage-plugin-champions-common';
import {
  AttentionEvidence,
  AttentionFinding,
  AttentionWaiver,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { EarlierAction } from '@synchrony/backstage-plugin-scorecards-common';
import {
  entityPath,
  findingPath,
  questionPath,
  reviewPath,
  waiverPath,
} from './links';
import { DeskContents } from './types';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW_DAYS = 3;
const WEEK_DAYS = 7;
const URGENCIES: readonly DeskUrgency[] = ['now', 'week', 'later'];

/** Something for the desk before it is known how urgent it is. */
type Thing = Omit<DeskItem, 'urgency'> & {
  /** As what it counts while it has no end of its own. */
  otherwise: DeskUrgency;
};

/**
 * Puts what needs a champion in order: exploited first, then what runs out
 * first. What is exploited, or runs out within three days, is for now; what
 * runs out within seven days, or keeps somebody waiting, for this week. A
 * finding that stands in two lists is shown once.
 */
export function arrangeDesk(contents: DeskContents, now: Date): DeskItem[] {
  const untouched = new Set(contents.critical.map(({ id }) => id));
  return [
    ...contents.critical.map(finding => ofFinding('critical', finding)),
    ...contents.due
      .filter(({ id }) => !untouched.has(id))
      .map(finding => ofFinding('due', finding)),
    ...contents.waivers.map(ofWaiver),
    ...contents.reviews.map(ofAction),
    ...contents.questions.map(ofQuestion),
    ...contents.evidence.map(ofEvidence),
  ]
    .map(({ otherwise, ...thing }) => ({
      ...thing,
      urgency: urgencyOf({ ...thing, otherwise }, now),
    }))
    .sort(compare);
}

function urgencyOf({ dueAt, isKev, otherwise }: Thing, now: Date): DeskUrgency {
  if (isKev) {
    return 'now';
  }
  if (dueAt === undefined) {
    return otherwise;
  }
  const days = (Date.parse(dueAt) - now.getTime()) / DAY_MS;
  if (days <= NOW_DAYS) {
    return 'now';
  }
  return days <= WEEK_DAYS ? 'week' : otherwise;
}

function compare(one: DeskItem, other: DeskItem): number {
  const keysOf = (item: DeskItem) => [
    URGENCIES.indexOf(item.urgency),
    item.isKev ? 0 : 1,
    timeOf(item.dueAt),
    severityOf(item),
    timeOf(item.since),
  ];
  const keys = keysOf(one);
  const others = keysOf(other);
  const differing = keys.findIndex((key, index) => key !== others[index]);
  if (differing >= 0) {
    return keys[differing] < others[differing] ? -1 : 1;
  }
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

function timeOf(at: string | undefined): number {
  return at === undefined ? Infinity : Date.parse(at);
}

function severityOf({ severity }: DeskItem): number {
  const index = SEVERITIES.findIndex(word => word === severity);
  return index < 0 ? SEVERITIES.length : index;
}

function ofFinding(
  section: 'critical' | 'due',
  finding: AttentionFinding,
): Thing {
  const { dueAt, entityRef, firstSeenAt, id, isKev, severity, title, type } =
    finding;
  return {
    section,
    id: `finding:${id}`,
    entityRef,
    title,
    detail:
      section === 'critical'
        ? `${type}, nobody has looked at it yet`
        : `${type}, still open`,
    severity,
    isKev,
    ...(dueAt !== undefined && { dueAt }),
    since: firstSeenAt,
    path: findingPath(id),
    otherwise: section === 'critical' ? 'week' : 'later',
  };
}

function ofWaiver(waiver: AttentionWaiver): Thing {
  const { entityRef, expiresAt, hides, id, requestedAt, title, why } = waiver;
  const hidden = hides === 1 ? '1 finding' : `${hides} findings`;
  return {
    section: 'waivers',
    id: `waiver:${id}`,
    entityRef,
    title,
    ...(why === 'decision'
      ? {
          detail: 'Asked for, and waits for your decision',
          since: requestedAt,
        }
      : { detail: `Ends; it accepts ${hidden}`, since: requestedAt }),
    dueAt: expiresAt,
    path: waiverPath(id),
    otherwise: why === 'decision' ? 'week' : 'later',
  };
}

/** The day itself is still in time. */
function ofAction(action: EarlierAction): Thing {
  const { createdAt, dueDate, entityRef, id, reviewId, reviewTitle, text } =
    action;
  return {
    section: 'reviews',
    id: `action:${id}`,
    entityRef,
    title: text,
    detail: `Decided in ${reviewTitle}`,
    ...(dueDate !== undefined && { dueAt: `${dueDate}T23:59:59.000Z` }),
    since: createdAt,
    path: reviewPath(reviewId),
    otherwise: 'later',
  };
}

/** Never with its text: the desk may be read over a shoulder. */
function ofQuestion({ askedAt, entityRef, id, subject }: Question): Thing {
  const about = { entity: 'it', finding: 'a finding', check: 'a check' };
  return {
    section: 'questions',
    id: `question:${id}`,
    entityRef,
    title: 'Somebody asks you',
    detail: `About ${about[subject.kind]}`,
    since: askedAt,
    path: questionPath(id),
    otherwise: 'week',
  };
}

function ofEvidence(evidence: AttentionEvidence): Thing {
  const { controls, entityRef, staleSince } = evidence;
  const told = controls.map(
    ({ controlType, state }) => `${controlType} ${state}`,
  );
  return {
    section: 'evidence',
    id: `evidence:${entityRef}`,
    entityRef,
    title: `${controls.length === 1 ? '1 control says' : `${controls.length} controls say`} nothing now`,
    detail: told.join(', '),
    ...(staleSince !== undefined && { since: staleSince }),
    path: entityPath(entityRef, '/security/reports'),
    otherwise: 'later',
  };
}
