import { parseEntityRef } from '@backstage/catalog-model';
import { PanelPartial } from '@synchrony/ui';
import { ConnectEntity } from '../connect';
import styles from './entity.module.css';

/** No report ever arrived, which is neither good nor bad: it is unknown. */
export function NeverScanned({ entityRef }: { entityRef: string }) {
  const { name } = parseEntityRef(entityRef);
  return (
    <>
      <h2 className={styles.heading}>No report yet</h2>
      <PanelPartial>
        No report has arrived for {name}. That says nothing about how secure it
        is.
      </PanelPartial>
      <h3 className={styles.subheading}>Send the first report</h3>
      <ConnectEntity entityRef={entityRef} />
    </>
  );
}
