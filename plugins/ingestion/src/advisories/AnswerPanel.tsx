import { Button, Card } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  formatCount,
  formatNumber,
  PanelEmpty,
  PanelPartial,
  RelativeTime,
  TextLink,
} from '@synchrony/ui';
import { inventoryApiRef } from '../api';
import { ExportMenu } from '../filter/ExportMenu';
import { Answer } from './answer';
import { BUCKET_WORDS, bucketsOf, Tone } from './buckets';
import { BucketTiles } from './BucketTiles';
import { EntitiesTable } from './EntitiesTable';
import { exportAnswer } from './exportAnswer';
import { OwnersPanel } from './OwnersPanel';
import { InventorySearch } from './parseSearch';
import { SearchAddress } from './useSearchAddress';
import panel from '../panel/panel.module.css';
import styles from './advisories.module.css';

type AnswerPanelProps = {
  address: SearchAddress;
  search: InventorySearch;
  answer: Answer;
};

function countOf(
  { counts }: Answer,
  search: InventorySearch,
  tones: Tone[],
): number {
  return bucketsOf(search)
    .buckets.filter(bucket => tones.includes(BUCKET_WORDS[bucket].tone))
    .reduce((sum, bucket) => sum + (counts[bucket] ?? 0), 0);
}

/** Who is concerned, who is not, and of whom it is not known. */
export function AnswerPanel({ address, answer, search }: AnswerPanelProps) {
  const api = useApi(inventoryApiRef);
  const { bucket, goTo, hrefOf, owner } = address;
  const { label, meaning } = BUCKET_WORDS[bucket];
  const all = countOf(answer, search, [
    'affected',
    'decided',
    'unknown',
    'good',
  ]);
  const accepted = answer.counts.risk_accepted ?? 0;
  const affected = countOf(answer, search, ['affected']) + accepted;
  const unknown = countOf(answer, search, ['unknown']);
  const { nextCursor, prevCursor } = answer.pageInfo;
  if (all === 0) {
    return (
      <Card className={panel.pad}>
        <PanelEmpty title="No component in what you may see">
          You see components whose findings you may see: those that your teams
          own. Application security and audit see more.
        </PanelEmpty>
      </Card>
    );
  }
  return (
    <>
      <Card className={panel.pad}>
        <div className={styles.head}>
          <h2 className={styles.title} aria-live="polite">
            {answer.isLowerBound && 'At least '}
            {formatNumber(affected)} of {formatCount(all, 'component')} affected
            {accepted > 0 && `, ${formatNumber(accepted)} of them accepted`}
            {unknown > 0 && `, ${formatNumber(unknown)} not known`}
          </h2>
          <ExportMenu
            name="advisory-search"
            load={format => exportAnswer(api, search, format)}
          />
        </div>
        <p className={styles.quiet}>
          Components and resources that you may see, as of{' '}
          <RelativeTime at={answer.asOf} />.
          {answer.isLowerBound &&
            ' There is more than could be looked through: at least these are affected, and any of the others may be.'}
        </p>
        <BucketTiles
          buckets={bucketsOf(search).buckets}
          counts={answer.counts}
          isLowerBound={answer.isLowerBound}
          open={bucket}
          hrefOf={next => hrefOf({ bucket: next })}
        />
        <Doubts answer={answer} search={search} />
      </Card>
      <div className={styles.columns}>
        <Card>
          <div className={panel.pad}>
            <h3 className={styles.heading}>{label}</h3>
            <p className={styles.quiet}>{meaning}</p>
          </div>
          {answer.items.length === 0 ? (
            <PanelEmpty title={`Nobody under “${label}”`}>
              {owner ? (
                'This owner has none here. Others may have some.'
              ) : (
                <OtherAnswers
                  address={address}
                  answer={answer}
                  search={search}
                />
              )}
            </PanelEmpty>
          ) : (
            <EntitiesTable entities={answer.items} />
          )}
          <div className={panel.pager}>
            <span role="status">
              {formatNumber(answer.items.length)} of{' '}
              {formatCount(answer.totalItems, 'component')}
              {owner && ' of this owner'}
            </span>
            <span className={styles.buttons}>
              <Button
                size="small"
                variant="secondary"
                isDisabled={!prevCursor}
                onPress={() => goTo(prevCursor)}
              >
                Previous page
              </Button>
              <Button
                size="small"
                variant="secondary"
                isDisabled={!nextCursor}
                onPress={() => goTo(nextCursor)}
              >
                Next page
              </Button>
            </span>
          </div>
        </Card>
        <Card className={panel.pad}>
          <OwnersPanel
            owners={answer.owners}
            bucket={bucket}
            chosen={owner}
            hrefOf={next => hrefOf({ bucket, owner: next })}
          />
          <Packages packages={answer.packages} />
        </Card>
      </div>
    </>
  );
}

/** Leads to the buckets that do have somebody. */
function OtherAnswers({ address, answer, search }: AnswerPanelProps) {
  const others = bucketsOf(search).buckets.filter(
    bucket => answer.counts[bucket],
  );
  return (
    <span className={styles.others}>
      {others.map(bucket => (
        <TextLink key={bucket} href={address.hrefOf({ bucket })}>
          {formatNumber(answer.counts[bucket] ?? 0)} under “
          {BUCKET_WORDS[bucket].label}”
        </TextLink>
      ))}
    </span>
  );
}

/** What keeps the answer from being sure. */
function Doubts({ answer, search }: Omit<AnswerPanelProps, 'address'>) {
  if (search.kind === 'advisory' && answer.isKnown === false) {
    return (
      <PanelPartial>
        <strong>No finding that you may see names {search.id}.</strong> That
        says nothing of any component. Search for the package and the range that
        the advisory gives, such as log4j-core &lt; 2.17.
      </PanelPartial>
    );
  }
  if (search.kind === 'package' && answer.packages.length === 0) {
    return (
      <PanelPartial>
        <strong>No list that you may see has a package of that name.</strong>{' '}
        Check how its ecosystem writes it, such as group:name for Maven.
      </PanelPartial>
    );
  }
  return null;
}

function Packages({ packages }: Pick<Answer, 'packages'>) {
  if (packages.length === 0) {
    return <p className={styles.quiet}>No list has the package.</p>;
  }
  return (
    <section aria-label="Packages">
      <h3 className={styles.heading}>
        {formatCount(packages.length, 'package')} looked for
      </h3>
      <ul className={styles.packages}>
        {packages.slice(0, 10).map(({ name, purl }) => (
          <li key={purl ?? name}>
            <code>{purl ?? name}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
