import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityScoreRow,
  PlanStep,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { scorecardsApiRef } from '../../api';

/** The first step of the plan of a component. */
export interface NextStepOf {
  row: EntityScoreRow;
  step: PlanStep;
}

export interface NextSteps {
  steps: NextStepOf[];
  /** Components of which nothing could be read. */
  failed: number;
}

/** What is next for these few components, in their order. */
export function useNextSteps(rows: EntityScoreRow[]): LiveData<NextSteps> {
  const api = useApi(scorecardsApiRef);
  return useLiveData({
    key: rows.map(row => `${row.entityRef} ${row.computedAt}`).join(),
    load: async () => {
      const answers = await Promise.allSettled(
        rows.map(({ entityRef }) => api.getEntityScorecards(entityRef)),
      );
      const steps = answers.flatMap((answer, index) => {
        const row = rows[index];
        const step =
          answer.status === 'fulfilled'
            ? answer.value.scorecards.find(({ id }) => id === row.scorecardId)
                ?.plan?.[0]
            : undefined;
        return step ? [{ row, step }] : [];
      });
      const failed = answers.filter(({ status }) => status === 'rejected');
      return { steps, failed: failed.length };
    },
  });
}
