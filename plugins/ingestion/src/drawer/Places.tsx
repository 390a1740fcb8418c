import { FindingLocation } from '@synchrony/backstage-plugin-ingestion-common';
import { locationText } from '../words';
import { OutsideLink } from './OutsideLink';
import { Section } from './Section';
import styles from './drawer.module.css';

/** Every place, with the way to its source line at the commit of the scan. */
export function Places({ locations }: { locations: FindingLocation[] }) {
  if (locations.length === 0) {
    return null;
  }
  return (
    <Section
      title={locations.length === 1 ? 'Place' : `${locations.length} places`}
    >
      <ul className={styles.places}>
        {locations.map((location, index) => (
          <li key={index}>
            <code>
              <OutsideLink href={location.sourceUrl}>
                {locationText(location)}
              </OutsideLink>
            </code>
            {location.snippet && (
              <pre className={styles.snippet}>{location.snippet}</pre>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
