import { EntityScorecards } from '@synchrony/backstage-plugin-scorecards-common';
import {
  isForbidden,
  LiveData,
  PanelError,
  PanelForbidden,
  SecurityCardSectionProps,
} from '@synchrony/ui';
import { ComponentType } from 'react';
import { useEntityOwner } from '../useEntityOwner';
import { NoScorecard } from './NoScorecard';
import { OtherScorecards } from './OtherScorecards';
import { RatedCard } from './RatedCard';
import { SecurityCardSkeleton } from './SecurityCardSkeleton';
import { UnratedCard } from './UnratedCard';
import { CardSections } from './CardSections';

interface SecurityCardBodyProps {
  entityRef: string;
  live: LiveData<EntityScorecards>;
  sections: ComponentType<SecurityCardSectionProps>[];
}

function Known(props: { answer: EntityScorecards } & SecurityCardBodyProps) {
  const { answer, entityRef } = props;
  const [scorecard, ...others] = answer.scorecards;
  const sections = (
    <CardSections entityRef={entityRef} sections={props.sections} />
  );
  if (!scorecard) {
    return (
      <NoScorecard because={answer.notApplicableBecause} sections={sections} />
    );
  }
  const Card = scorecard.level === 'unrated' ? UnratedCard : RatedCard;
  return (
    <>
      <Card entityRef={entityRef} scorecard={scorecard} sections={sections} />
      <OtherScorecards entityRef={entityRef} scorecards={others} />
    </>
  );
}

/** What the Security card shows in each of its states. */
export function SecurityCardBody(props: SecurityCardBodyProps) {
  const { live } = props;
  const { value, error } = live;
  const owner = useEntityOwner();
  if (value && !error) {
    return <Known {...props} answer={value} />;
  }
  if (!error) {
    return <SecurityCardSkeleton />;
  }
  if (isForbidden(error)) {
    return (
      <PanelForbidden
        title="You can't see the scorecard of this component."
        askRef={owner}
      >
        Levels are open to people who may read the component.
      </PanelForbidden>
    );
  }
  return (
    <PanelError
      title="Security data unavailable"
      error={error}
      failedAt={live.failedAt ?? new Date()}
      onRetry={live.reload}
      isRetrying={live.isLoading}
      retrySeconds={live.retrySeconds}
      lastGoodAt={live.loadedAt}
    >
      {value && <Known {...props} answer={value} />}
    </PanelError>
  );
}
