import { RouterLink } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { formatNumber, hatchClassName } from '@synchrony/ui';
import { Counts } from './answer';
import { Bucket, BUCKET_WORDS } from './buckets';
import styles from './advisories.module.css';

type BucketTilesProps = {
  buckets: readonly Bucket[];
  counts: Counts;
  isLowerBound?: boolean;
  open: Bucket;
  hrefOf(bucket: Bucket): string;
};

/** Every component is in one bucket; each opens its rows. */
export function BucketTiles(props: BucketTilesProps) {
  const { buckets, counts, hrefOf, isLowerBound, open } = props;
  const shown = buckets.filter(bucket => counts[bucket]);
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {shown.map(bucket => (
          <span
            key={bucket}
            style={{ flexGrow: counts[bucket] }}
            className={`${styles.part} ${styles[BUCKET_WORDS[bucket].tone]} ${
              BUCKET_WORDS[bucket].tone === 'unknown' ? hatchClassName : ''
            }`}
          />
        ))}
      </div>
      <nav aria-label="Answers">
        <ul className={styles.tiles}>
          {buckets.map(bucket => {
            const { label, meaning, tone } = BUCKET_WORDS[bucket];
            return (
              <li key={bucket}>
                <RouterLink
                  href={hrefOf(bucket)}
                  className={`${styles.tile} ${bucket === open ? styles.open : ''}`}
                  aria-current={bucket === open ? 'true' : undefined}
                  title={meaning}
                >
                  <span
                    className={`${styles.swatch} ${styles[tone]} ${
                      tone === 'unknown' ? hatchClassName : ''
                    }`}
                    aria-hidden="true"
                  />
                  <span className={styles.number}>
                    {formatNumber(counts[bucket] ?? 0)}
                    {isLowerBound && tone === 'affected' ? '+' : ''}
                  </span>
                  <span className={styles.name}>{label}</span>
                  <VisuallyHidden>, show them</VisuallyHidden>
                </RouterLink>
              </li>
            );
          })}
        </ul>
      </nav>
    </>
  );
}
