import {
  ASSIGNMENT_ACTION_INPUTS,
  AssignmentAction,
  AssignmentActionInput,
  ChampionAssignment,
} from '@synchrony/backstage-plugin-champions-common';

/** What a dialog has been told so far. */
export interface ActionDraft {
  note: string;
  capacityPct: number;
  endsAt: string;
  successor: string;
}

/** The fields of an action, by the table. */
export type ActionFieldNames =
  (typeof ASSIGNMENT_ACTION_INPUTS)[AssignmentAction];

/** What a dialog starts with: the time that was offered, or the usual one. */
export function emptyDraft(
  assignment: ChampionAssignment,
  usualPct: number,
): ActionDraft {
  return {
    note: '',
    capacityPct: assignment.capacityPct ?? assignment.offeredPct ?? usualPct,
    endsAt: '',
    successor: '',
  };
}

/** Whether all that has to be said is said. */
export function isComplete(
  fields: ActionFieldNames,
  draft: ActionDraft,
): boolean {
  return fields.every(field => {
    switch (field) {
      case 'note':
        return draft.note.trim() !== '';
      case 'endsAt':
        return draft.endsAt !== '';
      case 'successor':
        return draft.successor !== '';
      case 'capacityPct':
        return draft.capacityPct > 0;
      default:
        return true;
    }
  });
}

/** What is sent: only the fields of the action, and only what was filled in. */
export function toInput(
  fields: ActionFieldNames,
  draft: ActionDraft,
): Partial<AssignmentActionInput> {
  const named = fields.map(field => field.replace('?', ''));
  const note = draft.note.trim();
  return {
    ...(named.includes('note') && note !== '' && { note }),
    ...(named.includes('capacityPct') && { capacityPct: draft.capacityPct }),
    ...(named.includes('endsAt') && {
      endsAt: new Date(`${draft.endsAt}T00:00:00Z`).toISOString(),
    }),
    ...(named.includes('successor') &&
      draft.successor !== '' && { successorRef: draft.successor }),
  };
}
