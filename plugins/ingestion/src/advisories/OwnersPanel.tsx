import { RouterLink } from '@backstage/frontend-plugin-api';
import { formatNumber, OwnerChip, TextLink } from '@synchrony/ui';
import { Answer, Counts } from './answer';
import { Bucket, BUCKET_WORDS } from './buckets';
import styles from './advisories.module.css';

type OwnersPanelProps = {
  owners: Answer['owners'];
  bucket: Bucket;
  chosen?: string;
  hrefOf(owner: string | undefined): string;
};

function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Whose the components of the open bucket are; each number opens its rows. */
export function OwnersPanel(props: OwnersPanelProps) {
  const { bucket, chosen, hrefOf, owners } = props;
  const shown = owners.filter(({ counts }) => counts[bucket]);
  if (shown.length === 0) {
    return null;
  }
  return (
    <section className={styles.owners} aria-label="By owner">
      <h3 className={styles.heading}>By owner</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Owner</th>
            <th scope="col" className={styles.right}>
              {BUCKET_WORDS[bucket].label}
            </th>
            <th scope="col" className={styles.right}>
              of all
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ ownerRef, counts }) => (
            <tr
              key={ownerRef ?? ''}
              className={
                ownerRef && ownerRef === chosen ? styles.chosen : undefined
              }
            >
              <td>
                <OwnerChip entityRef={ownerRef} />
              </td>
              <td className={styles.right}>
                {ownerRef ? (
                  <RouterLink
                    href={hrefOf(ownerRef)}
                    className={styles.count}
                    aria-label={`${formatNumber(counts[bucket] ?? 0)} of ${ownerRef}, show them`}
                  >
                    {formatNumber(counts[bucket] ?? 0)}
                  </RouterLink>
                ) : (
                  formatNumber(counts[bucket] ?? 0)
                )}
              </td>
              <td className={styles.right}>{formatNumber(totalOf(counts))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && <TextLink href={hrefOf(undefined)}>Show all owners</TextLink>}
    </section>
  );
}
