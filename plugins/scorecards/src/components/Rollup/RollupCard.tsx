import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { EntityRollup } from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  formatPercent,
  formatScore,
  formatScoreRange,
  LevelChip,
  LevelDistribution,
  RelativeTime,
  TextLink,
} from '@synchrony/ui';
import { useEntityRollup } from '../../api';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import { useRowsHref } from '../Portfolio/useRowsHref';
import { RollupStates } from './RollupStates';
import styles from './Rollup.module.css';

const HEIGHT = 180;

function Weakest(props: { rollup: EntityRollup }) {
  const { weakest, weakestLevel } = props.rollup;
  const [first] = weakest;
  if (!first || !weakestLevel) {
    return null;
  }
  return (
    <p className={styles.line}>
      Weakest link <LevelChip level={weakestLevel} />
      <EntityRefLink
        entityRef={first.entityRef}
        defaultKind="component"
        hideIcon
      />
    </p>
  );
}

function Known(props: { rollup: EntityRollup }) {
  const { rollup } = props;
  const { entityRef, levels, scoreMedian, target, total } = rollup;
  const rowsHref = useRowsHref();
  const href = (filter: Record<string, string>) =>
    rowsHref({ within: entityRef, ...filter });
  return (
    <div className={styles.stack}>
      <p className={styles.line}>
        <TextLink href={href({})}>{formatCount(total, 'component')}</TextLink>
        {target.total > 0 && (
          <span>
            {formatPercent((100 * target.met) / target.total)} at target:{' '}
            <TextLink href={href({ target: 'met' })}>
              {target.met} of {target.total}
            </TextLink>
          </span>
        )}
        {scoreMedian && (
          <span>
            median score {formatScore(scoreMedian.low)}{' '}
            {formatScoreRange(scoreMedian.low, scoreMedian.high)} of{' '}
            {scoreMedian.entities}
          </span>
        )}
        <span className={styles.muted}>
          as of <RelativeTime at={rollup.asOf} />
        </span>
      </p>
      <LevelDistribution counts={levels} hrefOf={level => href({ level })} />
      <Weakest rollup={rollup} />
    </div>
  );
}

/** Where a group, a system or a domain stands, on its overview. */
export function RollupCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const live = useEntityRollup(entityRef);
  const path = useEntityPath()(entityRef, SCORECARD_PATH);
  return (
    <EntityInfoCard
      title="Security"
      headerActions={
        path && (
          <TextLink href={path} strong>
            Open scorecard
          </TextLink>
        )
      }
    >
      <RollupStates live={live} height={HEIGHT}>
        {rollup => <Known rollup={rollup} />}
      </RollupStates>
    </EntityInfoCard>
  );
}
