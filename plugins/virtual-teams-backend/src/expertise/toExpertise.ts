import {
  Endorsement,
  Expertise,
  SKILL_LEVELS,
  Willing,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { SkillIndex } from '../query/SkillIndex';
import { StoredEndorsement, StoredExpertise } from './types';

/** What the person offers, in the order of WILLING. */
export function willingOf(row: StoredExpertise): Willing[] {
  return [
    row.isMentor && ('mentor' as const),
    row.isJoining && ('join' as const),
    row.isReviewing && ('review' as const),
    row.isTalking && ('talk' as const),
  ].filter(each => each !== false);
}

export function toEndorsement(
  row: StoredEndorsement,
  endorserRef: string,
): Endorsement {
  return {
    id: row.id,
    endorserRef,
    context: row.context,
    ...(row.subject !== undefined && { subject: row.subject }),
    text: row.text,
    at: new Date(row.at).toISOString(),
    counts: row.counts,
  };
}

/** A skill of a person as readers see it. */
export function toExpertise(
  row: StoredExpertise,
  index: SkillIndex,
  staleFrom: number,
  endorsements: Endorsement[],
): Expertise {
  const current = index.current(row.skillId);
  return {
    skillId: row.skillId,
    skillName: index.nameOf(row.skillId),
    level: SKILL_LEVELS[row.level],
    willing: willingOf(row),
    evidenceLinks: row.evidenceLinks,
    ...(row.visibility && { visibility: row.visibility }),
    confirmedAt: new Date(row.confirmedAt).toISOString(),
    isStale: row.confirmedAt < staleFrom,
    endorsementCount: row.endorsementCount,
    endorsements,
    ...(current !== row.skillId && { replacedBy: current }),
  };
}
