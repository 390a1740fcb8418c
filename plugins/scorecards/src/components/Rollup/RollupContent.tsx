import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Container } from '@backstage/ui';
import { EntityRollup } from '@synchrony/backstage-plugin-scorecards-common';
import { ExportButtons, formatExactTime } from '@synchrony/ui';
import { useRef } from 'react';
import { useEntityRollup } from '../../api';
import { scoreSheet } from '../../model/scoreSheet';
import { EvidenceButton } from '../Evidence';
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
const WEAKEST =
  'Lowest level, then lowest score; without experimental components';

function Known(props: { rollup: EntityRollup }) {
  const { rollup } = props;
  const stages = useRef<HTMLDivElement>(null);
  const weakest = useRef<HTMLDivElement>(null);
  const filter = { within: rollup.entityRef };
  const note = `${rollup.entityRef} · scorecard ${rollup.scorecardId} · as of ${formatExactTime(rollup.asOf)}`;
  const rows: ShownRow[] = [
    { row: { ...rollup, ref: rollup.entityRef }, filter, isChild: false },
  ];
  return (
    <div className={cards.stack}>
      {!rollup.entityRef.startsWith('group:') && (
        <div>
          <EvidenceButton entityRef={rollup.entityRef} />
        </div>
      )}
      <div className={cards.pair}>
        <TargetCard
          summary={rollup}
          scorecardId={rollup.scorecardId}
          filter={filter}
          asOf={rollup.asOf}
          isLowerBound={rollup.totalIsLowerBound}
        />
        <TrendCard entityRef={rollup.entityRef} />
      </div>
      <section className={cards.card} aria-labelledby="rollup-stages">
        <h2 id="rollup-stages">Checks by stage</h2>
        <div className={cards.tools}>
          <ExportButtons
            name="scorecard-rollup"
            rows={() => exportRows(rows, rollup.asOf)}
            picture={{
              title: 'Checks by stage',
              notes: [note],
              element: stages,
            }}
          />
        </div>
        <div ref={stages}>
          <Heatmap rows={rows} scorecardId={rollup.scorecardId} />
        </div>
        <details>
          <summary>As a table</summary>
          <ShareTable rows={rows} />
        </details>
      </section>
      <section className={cards.card} aria-labelledby="rollup-weakest">
        <h2 id="rollup-weakest">Weakest first</h2>
        <p className={cards.sub}>{WEAKEST}</p>
        <div className={cards.tools}>
          <ExportButtons
            name="scorecard-weakest"
            rows={() => scoreSheet(rollup.weakest)}
            picture={{
              title: 'Weakest first',
              notes: [note, WEAKEST],
              element: weakest,
            }}
          />
        </div>
        <div ref={weakest}>
          <ServiceList caption="Weakest components" rows={rollup.weakest} />
        </div>
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
