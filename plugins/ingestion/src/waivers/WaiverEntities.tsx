import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Waiver } from '@synchrony/backstage-plugin-ingestion-common';
import panel from '../panel/panel.module.css';
import styles from './waivers.module.css';

type WaiverEntitiesProps = { waiver: Waiver; most: number };

/** The components that a waiver is for, as far as the reader may see them. */
export function WaiverEntities({ most, waiver }: WaiverEntitiesProps) {
  const { entityCount, entityRefs, partial } = waiver;
  const shown = entityRefs.slice(0, most);
  const others = entityCount - shown.length;
  return (
    <>
      {shown.map(ref => (
        <span key={ref} className={styles.entity}>
          <EntityRefLink entityRef={ref} defaultKind="component" hideIcon />
        </span>
      ))}
      {others > 0 && <span className={panel.quiet}>and {others} more</span>}
      {partial && (
        <span className={panel.quiet}>and others that you may not see</span>
      )}
    </>
  );
}
