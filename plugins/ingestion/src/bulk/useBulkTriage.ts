import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  Finding,
  FindingActionRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useEffect, useState } from 'react';
import { ingestionApiRef } from '../api';
import { useUndoTimer } from '../triage';
import { BulkAction } from './bulkActions';
import { BulkNews, describeResults } from './describeResults';

/** What a person says with an action on several findings. */
export type BulkSaid = Omit<FindingActionRequest, 'ids' | 'action'>;

const DONE: Record<BulkAction['id'], string> = {
  confirm: 'confirmed',
  assign: 'assigned',
  linkIssue: 'linked to the issue',
  notAffected: 'dismissed as not affected',
  falsePositive: 'dismissed as false positive',
};

/** Does something to several findings, and takes it back. */
export function useBulkTriage(onChanged: () => void) {
  const api = useApi(ingestionApiRef);
  const identity = useApi(identityApiRef);
  const [actor, setActor] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [news, setNews] = useState<BulkNews>();
  const [undo, setUndo] = useState<{ id: string; until: string }>();
  useUndoTimer(undo?.until, () => setUndo(undefined));

  useEffect(() => {
    let isCurrent = true;
    identity.getBackstageIdentity().then(
      ({ userEntityRef }) => isCurrent && setActor(userEntityRef),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [identity]);

  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    try {
      await work();
      return true;
    } catch (error) {
      setNews({
        message: `Not done: ${error instanceof Error ? error.message : error}`,
        refusals: [],
      });
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    actor,
    isBusy,
    news,
    canUndo: undo !== undefined,
    dismissNews: () => {
      setNews(undefined);
      setUndo(undefined);
    },
    /** Answers whether the findings were asked for to be changed. */
    act: (bulk: BulkAction, findings: Finding[], said: BulkSaid = {}) =>
      attempt(async () => {
        const answer = await api.triageFindings({
          ids: findings.map(({ id }) => id),
          action: bulk.action,
          ...said,
        });
        setNews(describeResults(answer, findings, DONE[bulk.id]));
        setUndo(
          answer.undoUntil
            ? { id: answer.actionId, until: answer.undoUntil }
            : undefined,
        );
        onChanged();
      }),
    takeBack: () =>
      attempt(async () => {
        if (undo) {
          const answer = await api.undoFindingAction(undo.id);
          setNews(describeResults(answer, [], 'put back as before'));
          setUndo(undefined);
          onChanged();
        }
      }),
  };
}
