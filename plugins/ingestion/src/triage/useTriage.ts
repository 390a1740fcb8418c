import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  FindingAction,
  FindingActionAnswer,
  FindingActionRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useState } from 'react';
import { ingestionApiRef } from '../api';
import { useUndoTimer } from './useUndoTimer';
import { DONE_WORDS, PENDING_WORDS } from './words';

/** What a person says with an action. */
export type Said = Pick<
  FindingActionRequest,
  'reason' | 'severity' | 'text' | 'url'
>;

/** What became of the last action, in words. */
export interface TriageNews {
  message: string;
  isRefusal: boolean;
  /** Given as long as the action can be undone. */
  undoId?: string;
}

/** Does something to a finding and tells what became of it. */
export function useTriage(findingId: string, onChanged: () => void) {
  const api = useApi(ingestionApiRef);
  const identity = useApi(identityApiRef);
  const [isBusy, setBusy] = useState(false);
  const [news, setNews] = useState<TriageNews>();
  const [undoUntil, setUndoUntil] = useState<string>();

  useUndoTimer(undoUntil, () => {
    setUndoUntil(undefined);
    setNews(last => last && { ...last, undoId: undefined });
  });

  const run = async (
    ask: () => Promise<FindingActionAnswer>,
    words: { done: string; pending?: string },
  ): Promise<boolean> => {
    setBusy(true);
    try {
      const { actionId, results, undoUntil: until } = await ask();
      const [{ outcome, reason }] = results;
      const isRefusal = outcome === 'refused';
      setNews({
        message: messageOf(outcome, words, reason),
        isRefusal,
        undoId: until === undefined ? undefined : actionId,
      });
      setUndoUntil(until);
      onChanged();
      return !isRefusal;
    } catch (error) {
      setNews({
        message: error instanceof Error ? error.message : String(error),
        isRefusal: true,
      });
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    isBusy,
    news,
    /** Answers whether it was done. */
    act: (action: FindingAction, said: Said = {}) =>
      run(
        async () => {
          const me = await identity.getBackstageIdentity();
          return api.triageFindings({
            ids: [findingId],
            action,
            ...said,
            ...(action === 'assign' && { assignee: me.userEntityRef }),
          });
        },
        { done: DONE_WORDS[action], pending: PENDING_WORDS[action] },
      ),
    undo: (actionId: string) =>
      run(() => api.undoFindingAction(actionId), { done: 'Undone.' }),
  };
}

function messageOf(
  outcome: FindingActionAnswer['results'][number]['outcome'],
  { done, pending }: { done: string; pending?: string },
  reason: string | undefined,
): string {
  if (outcome === 'refused') {
    return `Not done: ${reason}`;
  }
  return outcome === 'pending' && pending ? pending : done;
}
