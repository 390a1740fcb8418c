import styles from '../directory.module.css';

/** Where something of the catalog is written; a link where it has an address. */
export function WrittenIn(props: { location?: string }) {
  const { location } = props;
  if (!location) {
    return <span className={styles.quiet}>Its place is not known.</span>;
  }
  return /^https?:\/\//.test(location) ? (
    <a
      className={`${styles.place} ${styles.anchor}`}
      href={location}
      target="_blank"
      rel="noopener noreferrer"
    >
      {location}
    </a>
  ) : (
    <code className={styles.place}>{location}</code>
  );
}
