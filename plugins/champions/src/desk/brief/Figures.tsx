import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { VisuallyHidden } from '@backstage/ui';
import { TeamBrief } from '@synchrony/backstage-plugin-champions-common';
import { formatCount, formatNumber, HatchedNote } from '@synchrony/ui';
import { lastDayOf } from '../../words';
import { Rows } from '../Rows';
import { useFindingsPath } from './useFindingsPath';
import styles from '../desk.module.css';

function Figure(props: { label: string; value?: number; href?: string }) {
  const { href, label, value } = props;
  return (
    <div>
      <dt>{label}</dt>
      {value === undefined ? (
        <dd className={styles.unknownFigure}>
          <HatchedNote>not known</HatchedNote>
        </dd>
      ) : (
        <dd>
          <Rows href={href}>
            {formatNumber(value)}
            {href && (
              <VisuallyHidden> {label}, show the findings</VisuallyHidden>
            )}
          </Rows>
        </dd>
      )}
    </div>
  );
}

/**
 * The numbers of a brief; unknown where their source does not answer. Each
 * opens its findings: those of the month, or what is overdue or accepted now.
 */
export function Figures({ brief }: { brief: TeamBrief }) {
  const { figures, month, scopeRef } = brief;
  const { nextLevel } = figures;
  const pathOf = useFindingsPath(scopeRef);
  const firstDay = `${month}-01`;
  const lastDay = lastDayOf(month);
  return (
    <>
      <dl className={styles.figures}>
        <Figure
          label="new"
          value={figures.new}
          href={pathOf({
            status: 'all',
            firstSeenFrom: firstDay,
            firstSeenTo: lastDay,
          })}
        />
        <Figure
          label="fixed"
          value={figures.fixed}
          href={pathOf({
            status: 'resolved',
            resolvedFrom: firstDay,
            resolvedTo: lastDay,
          })}
        />
        <Figure
          label="overdue"
          value={figures.overdue}
          href={pathOf({ overdue: 'true' })}
        />
        <Figure
          label="accepted"
          value={figures.acceptedRisk}
          href={pathOf({ status: 'risk_accepted' })}
        />
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
