import {
  DEFAULT_SCORECARD,
  Stage,
} from '@synchrony/backstage-plugin-scorecards-common';
import { TeamsOnChecks, useTeamsOnChecks } from '@synchrony/ui';
import { useStageChecks } from '../../api';

interface StageTeamsProps {
  scorecardId?: string;
  stage: Stage;
  /** Only teams of this platform. */
  platformRef?: string;
}

function Known(props: StageTeamsProps) {
  const { platformRef, scorecardId = DEFAULT_SCORECARD, stage } = props;
  const checkIds = useStageChecks(scorecardId)(stage);
  return checkIds.length > 0 ? (
    <TeamsOnChecks checkIds={checkIds} platformRef={platformRef} />
  ) : null;
}

/** Teams that work on the checks of a stage, in portals that know of teams. */
export function StageTeams(props: StageTeamsProps) {
  return useTeamsOnChecks() ? <Known {...props} /> : null;
}
