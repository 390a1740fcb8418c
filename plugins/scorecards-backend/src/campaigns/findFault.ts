import { CampaignInput } from '@synchrony/backstage-plugin-scorecards-common';

/** What is wrong with a campaign, and where. */
export interface CampaignFault {
  path: string;
  message: string;
}

const SCOPE_KINDS = /^(group|system|domain):/;

/** The first fault of what somebody says of a campaign. */
export function findFault(
  input: CampaignInput,
  scorecards: ReadonlyMap<string, readonly { id: string }[]>,
): CampaignFault | undefined {
  const { goal, milestones, scope, scorecardId, startDate, targetDate } = input;
  const checks = scorecards.get(scorecardId);
  if (!checks) {
    return {
      path: 'scorecardId',
      message: `There is no scorecard ${scorecardId}`,
    };
  }
  if (goal.checks.length === 0 && !goal.level) {
    return { path: 'goal', message: 'Name a check or a level to reach' };
  }
  const unknown = goal.checks.findIndex(
    id => !checks.some(check => check.id === id),
  );
  if (unknown >= 0) {
    return {
      path: `goal.checks[${unknown}]`,
      message: `The scorecard has no check ${goal.checks[unknown]}`,
    };
  }
  const odd = (scope.within ?? []).findIndex(ref => !SCOPE_KINDS.test(ref));
  if (odd >= 0) {
    return {
      path: `scope.within[${odd}]`,
      message: 'Name a group, a system or a domain',
    };
  }
  if (targetDate <= startDate) {
    return { path: 'targetDate', message: 'It has to be after the start' };
  }
  const late = milestones.findIndex(
    ({ date, sharePct }, index) =>
      date <= startDate ||
      date >= targetDate ||
      (index > 0 &&
        (date <= milestones[index - 1].date ||
          sharePct <= milestones[index - 1].sharePct)),
  );
  return late < 0
    ? undefined
    : {
        path: `milestones[${late}]`,
        message:
          'Milestones are between start and target, by date, and each expects more than the one before',
      };
}
