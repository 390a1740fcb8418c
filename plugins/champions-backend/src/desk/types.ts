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

/** What another plugin tells, or that it tells nothing. */
export type Told<T> =
  | { state: 'complete'; value: T }
  | { state: 'forbidden' }
  /** Not installed, or it does not answer. */
  | { state: 'missing' };
