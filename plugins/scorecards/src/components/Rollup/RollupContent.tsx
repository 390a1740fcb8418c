import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Button, Container } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { EntityRollup } from '@synchrony/backstage-plugin-scorecards-common';
import { saveCsv } from '@synchrony/ui';
import { useEntityRollup } from '../../api';
import { MaturityCard } from '../Maturity';
import { exportRows } from '../Portfolio/exportRows';
import { Heatmap, ShownRow } from '../Portfolio/Heatmap';
import { ServiceList } from '../Portfolio/ServiceList';
import { ShareTable } from '../Portfolio/ShareTable';
import { TargetCard } from '../Portfolio/TargetCard';
import { TrendCard } from '../Portfolio/TrendCard';
import { ScorecardChoice, useChosenScorecard } from '../ScorecardChoice';
import cards from '../Portfolio/Portfolio.module.css';
import { RollupStates } from './RollupStates';

const HEIGHT = 700;

function Known(props: { rollup: EntityRollup }) {
  const { rollup } = props;
  const filter = { within: rollup.entityRef };
  const rows: ShownRow[] = [
    { row: { ...rollup, ref: rollup.entityRef }, filter, isChild: false },
  ];
  return (
    <div className={cards.stack}>
      <div className={cards.pair}>
        <TargetCard
          summary={rollup}
          filter={filter}
          asOf={rollup.asOf}
          isLowerBound={rollup.totalIsLowerBound}
        />
        <TrendCard entityRef={rollup.entityRef} />
      </div>
      <section className={cards.card} aria-labelledby="rollup-stages">
        <h2 id="rollup-stages">Checks by stage</h2>
        <div className={cards.tools}>
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiDownloadLine aria-hidden="true" />}
            onPress={() =>
              saveCsv('scorecard-rollup.csv', exportRows(rows, rollup.asOf))
            }
          >
            Export CSV
          </Button>
        </div>
        <Heatmap rows={rows} />
        <details>
          <summary>As a table</summary>
          <ShareTable rows={rows} />
        </details>
      </section>
      <section className={cards.card} aria-labelledby="rollup-weakest">
        <h2 id="rollup-weakest">Weakest first</h2>
        <p className={cards.sub}>
          Lowest level, then lowest score; without experimental components
        </p>
        <ServiceList caption="Weakest components" rows={rollup.weakest} />
      </section>
      <MaturityCard within={rollup.entityRef} />
    </div>
  );
}

/** The scorecards of all that belongs to a group, a system or a domain. */
export function RollupContent() {
  const { entity } = useEntity();
  const live = useEntityRollup(
    stringifyEntityRef(entity),
    useChosenScorecard(),
  );
  return (
    <Container>
      <ScorecardChoice />
      <RollupStates live={live} height={HEIGHT}>
        {rollup => <Known rollup={rollup} />}
      </RollupStates>
    </Container>
  );
}
