import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { BriefFigures } from '@synchrony/backstage-plugin-champions-common';
import { formatCount, formatNumber, HatchedNote } from '@synchrony/ui';
import styles from '../desk.module.css';

function Figure(props: { label: string; value?: number }) {
  const { label, value } = props;
  return (
    <div>
      <dt>{label}</dt>
      {value === undefined ? (
        <dd className={styles.unknownFigure}>
          <HatchedNote>not known</HatchedNote>
        </dd>
      ) : (
        <dd>{formatNumber(value)}</dd>
      )}
    </div>
  );
}

/** The numbers of a brief; unknown where their source does not answer. */
export function Figures({ figures }: { figures: BriefFigures }) {
  const { nextLevel } = figures;
  return (
    <>
      <dl className={styles.figures}>
        <Figure label="new" value={figures.new} />
        <Figure label="fixed" value={figures.fixed} />
        <Figure label="overdue" value={figures.overdue} />
        <Figure label="accepted" value={figures.acceptedRisk} />
      </dl>
      {nextLevel && (
        <p>
          Next level: {formatCount(nextLevel.steps, 'step')} to{' '}
          {nextLevel.level} for{' '}
          <EntityRefLink entityRef={nextLevel.entityRef} hideIcon />
        </p>
      )}
    </>
  );
}
