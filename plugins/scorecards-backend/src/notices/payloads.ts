import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import {
  Level,
  levelRank,
} from '@synchrony/backstage-plugin-scorecards-common';
import { PendingNotice } from './planNotices';

const TOPIC = 'scorecards.level';
const MAX_LINES = 20;

const WORDS: Record<Level, string> = {
  unrated: 'unrated',
  none: 'no level',
  bronze: 'Bronze',
  silver: 'Silver',
  gold: 'Gold',
  platinum: 'Platinum',
};

function nameOf({ entityRef, title }: PendingNotice): string {
  return title ?? parseEntityRef(entityRef).name;
}

function isDrop({ from, to }: PendingNotice): boolean {
  return levelRank(to) < levelRank(from);
}

/** Names the scorecard where several are told of. */
function lineOf(
  notice: PendingNotice,
  titleOf: ((scorecardId: string) => string) | undefined,
): string {
  const change = `${nameOf(notice)}: ${WORDS[notice.from]} → ${WORDS[notice.to]}`;
  return titleOf ? `${change} (${titleOf(notice.scorecardId)})` : change;
}

function titleOfAll(notices: readonly PendingNotice[]): string {
  const [first] = notices;
  const services = new Set(notices.map(({ entityRef }) => entityRef)).size;
  if (notices.length === 1) {
    return `${nameOf(first)} went from ${WORDS[first.from]} to ${WORDS[first.to]}`;
  }
  return services === 1
    ? `${nameOf(first)} changed its level in ${notices.length} scorecards`
    : `${services} of your services changed their level`;
}

function pathOf({ entityRef, scorecardId }: PendingNotice): string {
  const { kind, name, namespace } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  const search = new URLSearchParams({
    scorecard: scorecardId,
    view: 'history',
  });
  return `/catalog/${path}/security/scorecard?${search}`;
}

/** A drop that is told at once. A newer one takes the place of an older. */
export function immediatePayload(
  notice: PendingNotice,
  titleOf: (scorecardId: string) => string,
): NotificationPayload {
  return {
    title: `${nameOf(notice)} fell from ${WORDS[notice.from]} to ${WORDS[notice.to]}`,
    description: `In ${titleOf(notice.scorecardId)}. Its history tells why.`,
    link: pathOf(notice),
    severity: 'high',
    topic: TOPIC,
    scope: `scorecards:level:${notice.scorecardId}:${notice.entityRef}`,
  };
}

/** One day's changes of an owner, drops first. Sent again it replaces itself. */
export function digestPayload(
  ownerRef: string,
  notices: PendingNotice[],
  day: number,
  titleOf: (scorecardId: string) => string,
): NotificationPayload {
  const sorted = [...notices].sort(
    (a, b) =>
      Number(isDrop(b)) - Number(isDrop(a)) ||
      nameOf(a).localeCompare(nameOf(b)),
  );
  const isMixed =
    new Set(sorted.map(({ scorecardId }) => scorecardId)).size > 1;
  const rest = sorted.length - MAX_LINES;
  const date = new Date(day).toISOString().slice(0, 10);
  return {
    title: titleOfAll(sorted),
    description: [
      ...sorted
        .slice(0, MAX_LINES)
        .map(notice => lineOf(notice, isMixed ? titleOf : undefined)),
      ...(rest > 0 ? [`and ${rest} more`] : []),
    ].join('\n'),
    link: sorted.length === 1 ? pathOf(sorted[0]) : '/scorecards?owner=mine',
    severity: sorted.some(isDrop) ? 'normal' : 'low',
    topic: TOPIC,
    scope: `scorecards:digest:${ownerRef}:${date}`,
  };
}
