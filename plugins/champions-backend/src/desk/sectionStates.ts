import {
  DeskSection,
  DeskSectionState,
} from '@synchrony/backstage-plugin-champions-common';
import {
  Attention,
  AttentionSection,
  MOST_ENTITIES_PER_ATTENTION,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  MAX_OPEN_ACTION_ENTITIES,
  OpenReviewActions,
} from '@synchrony/backstage-plugin-scorecards-common';
import { DeskContents, Told } from './types';

const INGESTION_SECTIONS = ['critical', 'due', 'waivers', 'evidence'] as const;

/** What ingestion names; nothing of what it may not, or does not, tell. */
export function attentionItems(
  told: Told<Attention> | undefined,
): Partial<DeskContents> {
  if (told?.state !== 'complete') {
    return {};
  }
  const { critical, due, evidence, waivers } = told.value;
  return {
    critical: critical.state === 'complete' ? critical.items : [],
    due: due.state === 'complete' ? due.items : [],
    waivers: waivers.state === 'complete' ? waivers.items : [],
    evidence: evidence.state === 'complete' ? evidence.items : [],
  };
}

/** How the sections stand that ingestion fills; nothing asked is nothing there. */
export function attentionStates(
  told: Told<Attention> | undefined,
  asked: number,
): DeskSectionState[] {
  return INGESTION_SECTIONS.map(section => {
    if (told === undefined) {
      return { section, state: 'complete', count: 0, isLowerBound: false };
    }
    return told.state === 'complete'
      ? stateOf(section, told.value[section], asked)
      : { section, state: told.state, count: 0, isLowerBound: false };
  });
}

function stateOf(
  section: DeskSection,
  told: AttentionSection<unknown>,
  asked: number,
): DeskSectionState {
  return told.state === 'forbidden'
    ? { section, state: 'forbidden', count: 0, isLowerBound: false }
    : {
        section,
        state: 'complete',
        count: told.count,
        isLowerBound: told.isLowerBound || asked > MOST_ENTITIES_PER_ATTENTION,
        ...(told.entities < asked && { components: told.entities }),
      };
}

/** How the section stands that scorecards fills. */
export function actionsState(
  told: Told<OpenReviewActions> | undefined,
  asked: number,
): DeskSectionState {
  const section = 'reviews';
  if (told === undefined) {
    return { section, state: 'complete', count: 0, isLowerBound: false };
  }
  return told.state === 'complete'
    ? {
        section,
        state: 'complete',
        count: told.value.count,
        isLowerBound:
          (told.value.countIsLowerBound ?? false) ||
          asked > MAX_OPEN_ACTION_ENTITIES,
      }
    : { section, state: told.state, count: 0, isLowerBound: false };
}
