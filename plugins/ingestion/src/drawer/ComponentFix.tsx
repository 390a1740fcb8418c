import { FindingDetail } from '@synchrony/backstage-plugin-ingestion-common';
import { Section } from './Section';
import styles from './drawer.module.css';

/** The package at fault, and the versions without it. */
export function ComponentFix({ finding }: { finding: FindingDetail }) {
  const { component, noFix } = finding;
  if (!component) {
    return null;
  }
  const fixed = component.fixedVersions ?? [];
  return (
    <Section title="Package">
      <p className={styles.text}>
        <code>
          {component.name}
          {component.version && ` ${component.version}`}
        </code>
      </p>
      {component.purl && (
        <p className={`${styles.text} ${styles.quiet}`}>
          <code>{component.purl}</code>
        </p>
      )}
      {fixed.length > 0 && (
        <p className={styles.text}>
          Fixed in <code>{fixed.join(', ')}</code>
        </p>
      )}
      {noFix && (
        <p className={styles.text}>
          No fixed version yet: mitigate it or accept the risk by the due date.
        </p>
      )}
    </Section>
  );
}
