import {
  Level,
  levelRank,
} from '@synchrony/backstage-plugin-scorecards-common';

/** A change of level that people are still to be told of. */
export interface PendingNotice {
  scorecardId: string;
  entityRef: string;
  title?: string;
  ownerRef?: string;
  tier?: string;
  /** The level of which people know. */
  from: Level;
  /** The level now. */
  to: Level;
  changedAt: number;
}

/** When people are told. */
export interface NoticeSettings {
  /** Hour of the day in UTC from which the digest is sent. */
  digestHour: number;
  /** Tiers of which a drop is told at once. */
  immediateTiers: string[];
  /** How long such a drop has to last before it is told. */
  immediateAfterMs: number;
}

/** What is to be told now. */
export interface NoticePlan {
  /** Back where they were, or with nobody to tell. */
  settled: PendingNotice[];
  immediate: PendingNotice[];
  /** By owner; empty when no digest is due. */
  digests: Map<string, PendingNotice[]>;
  /** The day of the digest, when one is due. */
  digestDay?: number;
}

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** A level that comes back within this time is no news. */
const SETTLE_MS = 10 * 60_000;

/**
 * Who is to be told what now. Levels that are back where they were are not
 * told, so neither a short outage nor facts that are sent again make noise.
 *
 * @param lastDigestDay - beginning of the day of the last digest
 */
export function planNotices(
  pending: readonly PendingNotice[],
  { digestHour, immediateAfterMs, immediateTiers }: NoticeSettings,
  lastDigestDay: number,
  now: number,
): NoticePlan {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const isDigestDue =
    today > lastDigestDay && now >= today + digestHour * HOUR_MS;
  const plan: NoticePlan = {
    settled: [],
    immediate: [],
    digests: new Map(),
    ...(isDigestDue && { digestDay: today }),
  };
  for (const notice of pending) {
    const { ownerRef, tier } = notice;
    const isUrgent =
      tier !== undefined &&
      immediateTiers.includes(tier) &&
      levelRank(notice.to) < levelRank(notice.from);
    const isSettled =
      notice.changedAt <= now - (isUrgent ? immediateAfterMs : SETTLE_MS);
    if (!ownerRef || (isSettled && notice.to === notice.from)) {
      plan.settled.push(notice);
    } else if (isSettled && isUrgent) {
      plan.immediate.push(notice);
    } else if (isSettled && isDigestDue) {
      plan.digests.set(ownerRef, [
        ...(plan.digests.get(ownerRef) ?? []),
        notice,
      ]);
    }
  }
  return plan;
}
