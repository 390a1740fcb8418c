import { Content } from '@backstage/core-components';
import {
  ChangeAnnouncement,
  isForbidden,
  PanelEmpty,
  PanelError,
  PanelForbidden,
} from '@synchrony/ui';
import { useEntityScorecards } from '../../api';
import { EntityCampaigns } from '../Campaigns';
import { useEntityOwner } from '../useEntityOwner';
import { ScorecardSkeleton } from './ScorecardSkeleton';
import { Scorecards } from './Scorecards';

/** The scorecard of the entity of the page: why it stands where it stands. */
export function ScorecardContent() {
  const { entityRef, live } = useEntityScorecards();
  const owner = useEntityOwner();
  const { value, error } = live;
  const known = value && (
    <Scorecards entityRef={entityRef} scorecards={value.scorecards} />
  );
  return (
    <Content noPadding>
      <ChangeAnnouncement changes={live.changes} message="Scorecard updated" />
      <EntityCampaigns entityRef={entityRef} />
      {!value && !error && <ScorecardSkeleton />}
      {value && !error && value.scorecards.length === 0 && (
        <PanelEmpty title="No scorecard here">
          <p>
            {value.notApplicableBecause ??
              'No scorecard covers components like this one.'}{' '}
            It still accepts reports.
          </p>
        </PanelEmpty>
      )}
      {value && !error && value.scorecards.length > 0 && known}
      {error && isForbidden(error) && (
        <PanelForbidden
          title="You can't see the scorecard of this component."
          askRef={owner}
        >
          Levels are open to people who may read the component.
        </PanelForbidden>
      )}
      {error && !isForbidden(error) && (
        <PanelError
          title="Security data unavailable"
          error={error}
          failedAt={live.failedAt ?? new Date()}
          onRetry={live.reload}
          isRetrying={live.isLoading}
          retrySeconds={live.retrySeconds}
          lastGoodAt={live.loadedAt}
        >
          {known}
        </PanelError>
      )}
    </Content>
  );
}
