import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { EntityScoresQuery } from '@synchrony/backstage-plugin-scorecards-common';
import {
  PanelError,
  PanelForbidden,
  PanelLoading,
  TextLink,
} from '@synchrony/ui';
import { isForbidden, useEntityScores, useOwnershipRefs } from '../../api';
import { definitionsRouteRef, reviewsRouteRef } from '../../routes';
import { PortfolioOverview } from '../Portfolio';
import { StartReviewLink } from '../Reviews/StartReviewLink';
import { DefinitionProblems } from './DefinitionProblems';
import { DistributionCard } from './DistributionCard';
import { ScoreFilters } from './ScoreFilters';
import { ExportScores } from './ExportScores';
import { ScopeNotice } from './ScopeNotice';
import { ScoresTable } from './ScoresTable';
import { ViewSwitch } from './ViewSwitch';
import { PageState, usePageState } from './usePageState';
import styles from './ScorecardsPage.module.css';

function toQuery(state: PageState, mine: string[]): EntityScoresQuery {
  return {
    ...(state.levels.length > 0 && { level: state.levels }),
    ...(state.tiers.length > 0 && { tier: state.tiers }),
    ...(state.mine && { ownedBy: mine }),
    ...(state.team && { ownedBy: [state.team] }),
    ...(state.within && { within: state.within }),
    ...(state.system && { system: state.system }),
    ...(state.target && { target: state.target }),
    ...(state.stage && { stage: state.stage }),
    ...(state.outcome && { outcome: state.outcome }),
    ...(state.q && { q: state.q }),
    ...(state.cursor && { cursor: state.cursor }),
    orderBy: state.orderBy,
    limit: state.limit,
  };
}

function Scores(props: {
  state: PageState;
  mine: string[];
  onChange: (change: Partial<PageState>) => void;
}) {
  const { state, mine, onChange } = props;
  const scores = useEntityScores(toQuery(state, mine));
  const { shown, error } = scores;
  if (error && isForbidden(error)) {
    return (
      <PanelForbidden title="You can't see scorecards.">
        Ask the administrators of this portal for the right to read them.
      </PanelForbidden>
    );
  }
  const content = shown && (
    <div className={styles.stack}>
      <DistributionCard page={shown} state={state} />
      <div className={styles.card}>
        <ScopeNotice state={state} onChange={onChange} />
        <ScoreFilters page={shown} state={state} onChange={onChange} />
        <ExportScores rows={shown.items} />
        <ScoresTable scores={scores} state={state} onChange={onChange} />
      </div>
    </div>
  );
  if (error) {
    return (
      <PanelError
        title="Scorecards unavailable"
        error={error}
        failedAt={scores.failedAt ?? new Date()}
        onRetry={scores.reload}
        isRetrying={scores.isLoading}
        retrySeconds={scores.retrySeconds}
        lastGoodAt={scores.loadedAt}
      >
        {content}
      </PanelError>
    );
  }
  return content ?? <PanelLoading what="the scorecards" height={720} />;
}

/** All components with their levels; nothing here ranks teams or people. */
export function ScorecardsPage() {
  const [state, onChange] = usePageState();
  const mine = useOwnershipRefs();
  const definitions = useRouteRef(definitionsRouteRef);
  const reviews = useRouteRef(reviewsRouteRef);
  return (
    <main>
      <Container>
        <div className={styles.stack}>
          <DefinitionProblems />
          <div className={styles.head}>
            <ViewSwitch view={state.view} onChange={onChange} />
            <span className={styles.links}>
              <StartReviewLink />
              {reviews && (
                <TextLink href={reviews()}>Scorecard reviews</TextLink>
              )}
              {definitions && (
                <TextLink href={definitions()}>
                  Definitions and dry run
                </TextLink>
              )}
            </span>
          </div>
          {state.view === 'overview' && <PortfolioOverview />}
          {state.view === 'services' && mine && (
            <Scores state={state} mine={mine} onChange={onChange} />
          )}
          {state.view === 'services' && !mine && (
            <PanelLoading what="the scorecards" height={720} />
          )}
        </div>
      </Container>
    </main>
  );
}
