import { Question } from '@synchrony/backstage-plugin-champions-common';
import {
  AttentionEvidence,
  AttentionFinding,
  AttentionWaiver,
} from '@synchrony/backstage-plugin-ingestion-common';

/** What other plugins, and this one, know that needs a champion. */
export interface DeskContents {
  critical: AttentionFinding[];
  due: AttentionFinding[];
  waivers: AttentionWaiver[];
  questions: Question[];
  evidence: AttentionEvidence[];
}
