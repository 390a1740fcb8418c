import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { EntityScoresQuery } from '@synchrony/backstage-plugin-scorecards-common';
import { LivePanel, PanelLoading, TextLink } from '@synchrony/ui';
import { useRef } from 'react';
import { useEntityScores, useOwnershipRefs } from '../../api';
import { definitionsRouteRef, reviewsRouteRef } from '../../routes';
import { PortfolioOverview } from '../Portfolio';
import { StartReviewLink } from '../Reviews/StartReviewLink';
import { ScorecardChoice } from '../ScorecardChoice';
import { ScorecardsForbidden } from '../ScorecardsForbidden';
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
    ...(state.scorecard && { scorecard: state.scorecard }),
    ...(state.levels.length > 0 && { level: state.levels }),
    ...(state.tiers.length > 0 && { tier: state.tiers }),
    ...(state.mine && { ownedBy: mine }),
    ...(state.team && { ownedBy: state.team.split(',') }),
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
  const picture = useRef<HTMLDivElement>(null);
  const { shown } = scores;
  return (
    <LivePanel
      live={scores}
      subject="Scorecards"
      height={720}
      forbidden={<ScorecardsForbidden />}
    >
      {shown && (
        <div className={styles.stack}>
          <DistributionCard page={shown} state={state} />
          <div className={styles.card}>
            <ScopeNotice state={state} onChange={onChange} />
            <ScoreFilters page={shown} state={state} onChange={onChange} />
            <ExportScores page={shown} element={picture} />
            <div ref={picture}>
              <ScoresTable scores={scores} state={state} onChange={onChange} />
            </div>
          </div>
        </div>
      )}
    </LivePanel>
  );
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
            <ScorecardChoice />
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
