import { Question } from '@synchrony/backstage-plugin-champions-common';
import {
  AttentionEvidence,
  AttentionFinding,
  AttentionWaiver,
} from '@synchrony/backstage-plugin-ingestion-common';
import { EarlierAction } from '@synchrony/backstage-plugin-scorecards-common';

/** What other plugins, and this one, know that needs a champion. */
export interface DeskContents {
  critical: AttentionFinding[];
  due: AttentionFinding[];
  waivers: AttentionWaiver[];
  reviews: EarlierAction[];
  questions: Question[];
  evidence: AttentionEvidence[];
}
