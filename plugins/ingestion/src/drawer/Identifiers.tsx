import { FindingDetail } from '@synchrony/backstage-plugin-ingestion-common';
import { safeLink } from '@synchrony/ui';
import { advisoryLink, cweLink } from '../words';
import { OutsideLink } from './OutsideLink';
import { Section } from './Section';
import styles from './drawer.module.css';

/** Advisories, weaknesses and what the tool refers to. */
export function Identifiers({ finding }: { finding: FindingDetail }) {
  const links = finding.links.flatMap(link => safeLink(link) ?? []);
  if (!finding.advisoryIds.length && !finding.cwes.length && !links.length) {
    return null;
  }
  return (
    <Section title="Identifiers and links">
      <ul className={styles.chips}>
        {finding.advisoryIds.map(id => (
          <li key={id}>
            <OutsideLink href={advisoryLink(id)}>{id}</OutsideLink>
          </li>
        ))}
        {finding.cwes.map(cwe => (
          <li key={cwe}>
            <OutsideLink href={cweLink(cwe)}>{`CWE-${cwe}`}</OutsideLink>
          </li>
        ))}
      </ul>
      <ul className={styles.links}>
        {links.map(link => (
          <li key={link}>
            <OutsideLink href={link}>{link}</OutsideLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
