import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  Portfolio,
  ROLLUP_DIMENSIONS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LivePanel, PanelEmpty } from '@synchrony/ui';
import { usePortfolio } from '../../api';
import { MaturityCard } from '../Maturity';
import { useChosenScorecard } from '../ScorecardChoice';
import { ScorecardsForbidden } from '../ScorecardsForbidden';
import { ChangesCard } from './ChangesCard';
import { DiscussCard } from './DiscussCard';
import { HeatmapCard } from './HeatmapCard';
import styles from './Portfolio.module.css';
import { TargetCard } from './TargetCard';
import { TrendCard } from './TrendCard';

const HEIGHT = 900;

function Known(props: { portfolio: Portfolio }) {
  const { portfolio } = props;
  if (portfolio.overall.total === 0) {
    return (
      <PanelEmpty title="No component here">
        Components appear once they are in the catalog and a scorecard covers
        them.
      </PanelEmpty>
    );
  }
  return (
    <div className={styles.stack}>
      <div className={styles.pair}>
        <TargetCard
          summary={portfolio.overall}
          scorecardId={portfolio.scorecardId}
          filter={{}}
          asOf={portfolio.asOf}
          isLowerBound={portfolio.totalIsLowerBound}
        />
        <TrendCard />
      </div>
      <HeatmapCard portfolio={portfolio} />
      <DiscussCard />
      <ChangesCard />
      <MaturityCard />
    </div>
  );
}

/** All components at a glance. Nothing here ranks teams or people. */
export function PortfolioOverview() {
  const [search] = useAppSearchParams();
  const by =
    ROLLUP_DIMENSIONS.find(each => each === search.get('by')) ?? 'platform';
  const portfolio = usePortfolio(by, useChosenScorecard());
  return (
    <LivePanel
      live={portfolio}
      subject="Scorecards"
      height={HEIGHT}
      cards={2}
      forbidden={<ScorecardsForbidden />}
    >
      {value => <Known portfolio={value} />}
    </LivePanel>
  );
}
