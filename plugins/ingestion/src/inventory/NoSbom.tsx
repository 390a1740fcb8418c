import { parseEntityRef } from '@backstage/catalog-model';
import { CopyableCode, PanelPartial } from '@synchrony/ui';
import panel from '../panel/panel.module.css';
import styles from './inventory.module.css';

/** Nothing lists what it consists of, so that no advisory can be ruled out. */
export function NoSbom({ entityRef }: { entityRef: string }) {
  const { name } = parseEntityRef(entityRef);
  return (
    <div className={styles.stack}>
      <h2 className={panel.title}>No SBOM yet</h2>
      <PanelPartial>
        Nothing lists what {name} consists of. On the day of an advisory nobody
        can say that it is not affected.
      </PanelPartial>
      <p className={styles.text}>
        Make an SBOM in the build, in CycloneDX or SPDX, and send it like any
        report. The token is the one that the pipeline sends its reports with.
      </p>
      <CopyableCode
        label="CLI command"
        code={[
          'syft . -o cyclonedx-json > bom.json',
          `synchrony upload bom.json --entity ${entityRef}`,
        ].join('\n')}
      />
    </div>
  );
}
