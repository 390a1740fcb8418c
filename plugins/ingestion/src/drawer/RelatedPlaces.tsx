import { RelatedLocation } from '@synchrony/backstage-plugin-ingestion-common';
import { locationText } from '../words';
import { OutsideLink } from './OutsideLink';
import { Section } from './Section';
import styles from './drawer.module.css';

/** As many of each role as are kept of a report. */
const MOST_KEPT = 20;

/** Places that explain a finding: how data flows to it, and others that the tool names. */
export function RelatedPlaces({
  related = [],
}: {
  related?: RelatedLocation[];
}) {
  const steps = related.filter(({ role }) => role === 'step');
  const others = related.filter(({ role }) => role === 'related');
  return (
    <>
      {steps.length > 0 && (
        <Section title="How data flows">
          <ol className={styles.steps}>
            <RelatedItems places={steps} />
          </ol>
          <KeptNote count={steps.length} what="steps" />
        </Section>
      )}
      {others.length > 0 && (
        <Section title="Related places">
          <ul className={styles.places}>
            <RelatedItems places={others} />
          </ul>
          <KeptNote count={others.length} what="places" />
        </Section>
      )}
    </>
  );
}

function RelatedItems({ places }: { places: RelatedLocation[] }) {
  return places.map((place, index) => (
    <li key={index}>
      <code>
        <OutsideLink href={place.sourceUrl}>{locationText(place)}</OutsideLink>
      </code>
      {place.message && <div>{place.message}</div>}
    </li>
  ));
}

function KeptNote({ count, what }: { count: number; what: string }) {
  return count < MOST_KEPT ? null : (
    <p className={styles.note}>
      Only the first {MOST_KEPT} {what} of a report are kept.
    </p>
  );
}
