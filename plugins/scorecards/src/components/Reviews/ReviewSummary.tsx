import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { RiDownloadLine, RiPrinterLine } from '@remixicon/react';
import {
  levelMove,
  ReviewDecision,
  ReviewItem,
  ScorecardReview,
  summariseReview,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  LevelChip,
  OwnerChip,
  PanelEmpty,
  PanelForbidden,
  saveCsv,
  saveFile,
  TextLink,
} from '@synchrony/ui';
import { useReviewDecisions, useReviewItems } from '../../api';
import { ReviewPanel } from './ReviewPanel';
import { DecisionRow } from './DecisionRow';
import { reviewCells, reviewMarkdown } from './exportReview';
import { SummaryRow, summaryRows } from './summaryRows';
import { SummaryFilter, useReviewAddress } from './useReviewAddress';
import styles from './Reviews.module.css';

const MOVE_WORDS = { up: 'higher', down: 'lower', same: 'the same' } as const;

const COUNT_TEXTS: Record<SummaryFilter, (count: number) => string> = {
  discussed: count => `${count} discussed`,
  skipped: count => `${count} skipped`,
  action: count => formatCount(count, 'action'),
  open: count => `${count} still open`,
  done: count => `${count} done`,
  waiver: count => formatCount(count, 'waiver'),
  note: count => formatCount(count, 'note'),
  risen: count => `${count} on a higher level now`,
  fallen: count => `${count} on a lower level now`,
};

function Counts(props: {
  id: string;
  items: ReviewItem[];
  decisions: ReviewDecision[];
}) {
  const { decisions, id, items } = props;
  const { address, hrefOf } = useReviewAddress();
  const summary = summariseReview(items, decisions);
  const counts: [SummaryFilter, number][] = [
    ['discussed', summary.discussed],
    ['skipped', summary.skipped],
    ['action', summary.decisions.action],
    ['open', summary.actionsOpen],
    ['done', summary.actionsDone],
    ['waiver', summary.decisions.waiver],
    ['note', summary.decisions.note],
    ['risen', summary.risen],
    ['fallen', summary.fallen],
  ];
  return (
    <ul className={styles.counts} aria-label="What came of it">
      <li>
        <TextLink href={hrefOf({ review: id })} strong={!address.show}>
          {formatCount(items.length, 'service')}
        </TextLink>
      </li>
      {counts.map(([filter, count]) => (
        <li key={filter}>
          <TextLink
            href={hrefOf({ review: id, show: filter })}
            strong={address.show === filter}
          >
            {COUNT_TEXTS[filter](count)}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

function Now(props: { item: ReviewItem }) {
  const { item } = props;
  return item.now ? (
    <>
      <LevelChip level={item.now.level} />{' '}
      <span className={styles.muted}>{MOVE_WORDS[levelMove(item)]}</span>
    </>
  ) : (
    <>not covered</>
  );
}

function Row(props: { row: SummaryRow; onChanged: () => void }) {
  const { decisions, item } = props.row;
  return (
    <tr>
      <th scope="row">
        <EntityRefLink
          entityRef={item.entityRef}
          defaultKind="component"
          hideIcon
        />
        <div className={styles.muted}>{item.tier ?? 'no tier'}</div>
      </th>
      <td>
        <OwnerChip entityRef={item.ownerRef} />
      </td>
      <td>
        <LevelChip level={item.then.level} />
      </td>
      <td>
        <Now item={item} />
      </td>
      <td>{item.isDiscussed ? 'Discussed' : 'Skipped'}</td>
      <td>
        {decisions.length > 0 && (
          <ul className={styles.decisions}>
            {decisions.map(decision => (
              <DecisionRow
                key={decision.id}
                decision={decision}
                onChanged={props.onChanged}
              />
            ))}
          </ul>
        )}
        {decisions.length === 0 && (item.redacted ? 'Not for you to see' : '–')}
      </td>
    </tr>
  );
}

function Rows(props: { rows: SummaryRow[]; onChanged: () => void }) {
  if (props.rows.length === 0) {
    return <PanelEmpty title="Nothing of this kind" />;
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>
          Services with levels then and now, and decisions
        </caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Owner</th>
            <th scope="col">At the start</th>
            <th scope="col">Now</th>
            <th scope="col">Discussed</th>
            <th scope="col">Decisions</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(row => (
            <Row
              key={row.item.entityRef}
              row={row}
              onChanged={props.onChanged}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What came of a review: to read, to print, and to take away. */
export function ReviewSummary(props: { review: ScorecardReview }) {
  const { review } = props;
  const { address } = useReviewAddress();
  const live = useReviewItems(review.id);
  const decided = useReviewDecisions(review.id);
  return (
    <section className={styles.card} aria-labelledby="summary">
      <h2 id="summary">Summary</h2>
      <ReviewPanel live={live} subject="Summary" height={400}>
        {({ items }) => (
          <ReviewPanel live={decided} subject="Decisions" height={400}>
            {({ items: decisions }) => {
              const rows = summaryRows(items, decisions, address.show);
              const name = `scorecard-review-${review.startedAt?.slice(0, 10)}`;
              return (
                <>
                  <Counts id={review.id} items={items} decisions={decisions} />
                  {items.some(({ redacted }) => redacted) && (
                    <PanelForbidden title="You see decisions only about services whose evidence you may read.">
                      They are neither listed nor counted here for the others.
                    </PanelForbidden>
                  )}
                  <div className={styles.tools}>
                    <Button
                      size="small"
                      variant="secondary"
                      iconStart={<RiDownloadLine aria-hidden="true" />}
                      onPress={() =>
                        saveFile(
                          `${name}.md`,
                          new Blob([reviewMarkdown(review, rows)], {
                            type: 'text/markdown',
                          }),
                        )
                      }
                    >
                      Export Markdown
                    </Button>
                    <Button
                      size="small"
                      variant="secondary"
                      iconStart={<RiDownloadLine aria-hidden="true" />}
                      onPress={() => saveCsv(`${name}.csv`, reviewCells(rows))}
                    >
                      Export CSV
                    </Button>
                    <Button
                      size="small"
                      variant="secondary"
                      iconStart={<RiPrinterLine aria-hidden="true" />}
                      onPress={() => window.print()}
                    >
                      Print
                    </Button>
                  </div>
                  <Rows rows={rows} onChanged={decided.reload} />
                </>
              );
            }}
          </ReviewPanel>
        )}
      </ReviewPanel>
    </section>
  );
}
