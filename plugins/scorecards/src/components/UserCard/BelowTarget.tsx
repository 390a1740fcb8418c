import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { EntityScoreRow } from '@synchrony/backstage-plugin-scorecards-common';
import { LevelChip } from '@synchrony/ui';
import styles from './UserCard.module.css';

/** The components below their target that are shown, lowest level first. */
export function BelowTarget(props: { rows: EntityScoreRow[] }) {
  return (
    <ul className={styles.rows} aria-label="Below target">
      {props.rows.map(row => (
        <li key={row.entityRef}>
          <EntityRefLink
            entityRef={row.entityRef}
            defaultKind="component"
            hideIcon
          />
          <span className={styles.levels}>
            <LevelChip level={row.level} />
            {row.targetLevel && (
              <>
                <span className={styles.muted}>target</span>
                <LevelChip level={row.targetLevel} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
