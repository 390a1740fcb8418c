import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  LevelChange,
  LevelChanges,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  LevelChip,
  LivePanel,
  OwnerChip,
  PanelEmpty,
  TextLink,
} from '@synchrony/ui';
import { useLevelChanges } from '../../api';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import { useChosenScorecard } from '../ScorecardChoice';
import { ScorecardsForbidden } from '../ScorecardsForbidden';
import styles from './Portfolio.module.css';

const HEIGHT = 160;
const SHOWN = 5;

/** What changed the level stands in the history of the scorecard. */
function ChangeRow(props: { change: LevelChange; scorecardId: string }) {
  const { change, scorecardId } = props;
  const path = useEntityPath()(change.entityRef, SCORECARD_PATH);
  const search = new URLSearchParams({
    scorecard: scorecardId,
    view: 'history',
  });
  return (
    <tr>
      <th scope="row">
        <EntityRefLink
          entityRef={change.entityRef}
          defaultKind="component"
          hideIcon
        />
      </th>
      <td>
        <LevelChip level={change.from} />
      </td>
      <td>
        <LevelChip level={change.to} />
      </td>
      <td>{path && <TextLink href={`${path}?${search}`}>Why</TextLink>}</td>
      <td>
        <OwnerChip entityRef={change.ownerRef} />
      </td>
    </tr>
  );
}

function ChangeTable(props: {
  caption: string;
  rows: LevelChange[];
  scorecardId: string;
}) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">A week ago</th>
            <th scope="col">Now</th>
            <th scope="col">Cause</th>
            <th scope="col">Owner</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(change => (
            <ChangeRow
              key={change.entityRef}
              change={change}
              scorecardId={props.scorecardId}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A few at once, the others on demand. */
function Changes(props: {
  word: 'rose' | 'fell';
  rows: LevelChange[];
  total: number;
  scorecardId: string;
}) {
  const { rows, scorecardId, total, word } = props;
  const rest = rows.slice(SHOWN);
  const unlisted = total - rows.length;
  if (total === 0) {
    return <p className={styles.sub}>No component {word}</p>;
  }
  return (
    <>
      <p className={styles.sub}>
        {formatCount(total, 'component')} {word}
        {unlisted > 0 && `, of which ${rows.length} are listed`}
      </p>
      <ChangeTable
        caption={`Components that ${word} in a week`}
        rows={rows.slice(0, SHOWN)}
        scorecardId={scorecardId}
      />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ChangeTable
            caption={`More components that ${word} in a week`}
            rows={rest}
            scorecardId={scorecardId}
          />
        </details>
      )}
    </>
  );
}

function Known({ changes }: { changes: LevelChanges }) {
  const { fell, fellTotal, rose, roseTotal, scorecardId } = changes;
  if (roseTotal + fellTotal === 0) {
    return <PanelEmpty title="No level changed in the last 7 days" />;
  }
  return (
    <>
      {changes.totalIsLowerBound && (
        <p className={styles.sub}>There may be more than could be counted.</p>
      )}
      <Changes
        word="fell"
        rows={fell}
        total={fellTotal}
        scorecardId={scorecardId}
      />
      <Changes
        word="rose"
        rows={rose}
        total={roseTotal}
        scorecardId={scorecardId}
      />
    </>
  );
}

/** Whose level is another one than a week ago. By name, and no ranking. */
export function ChangesCard() {
  const changes = useLevelChanges(useChosenScorecard());
  return (
    <section className={styles.card} aria-labelledby="portfolio-changes">
      <h2 id="portfolio-changes">Rose or fell in the last 7 days</h2>
      <LivePanel
        inset
        live={changes}
        subject="Changes"
        height={HEIGHT}
        forbidden={<ScorecardsForbidden />}
      >
        {value => <Known changes={value} />}
      </LivePanel>
    </section>
  );
}
