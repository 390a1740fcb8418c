import {
  DurationFigures,
  QueueHealth,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatMilliseconds } from './format';
import panel from '../panel/panel.module.css';

type DurationsTableProps = { lastHour: QueueHealth['lastHour'] };

/** How long reports of the last hour took, stage by stage. */
export function DurationsTable({ lastHour }: DurationsTableProps) {
  const { processed, waited } = lastHour;
  if (!waited && !processed) {
    return (
      <p className={`${panel.pad} ${panel.quiet}`}>
        No report became final in the last hour, so nothing is known of how long
        they take.
      </p>
    );
  }
  return (
    <div className={panel.scroll}>
      <table className={`${panel.table} ${panel.breaking}`}>
        <thead>
          <tr>
            <th scope="col">Stage, last hour</th>
            <th scope="col" className={panel.number}>
              Median (p50)
            </th>
            <th scope="col" className={panel.number}>
              p95
            </th>
            <th scope="col" className={panel.number}>
              Longest
            </th>
          </tr>
        </thead>
        <tbody>
          <Row
            stage="Waiting"
            detail="from coming into the queue to the last attempt"
            figures={waited}
          />
          <Row
            stage="Processing"
            detail="read, compared and stored"
            figures={processed}
          />
        </tbody>
      </table>
    </div>
  );
}

function Row(props: {
  stage: string;
  detail: string;
  figures: DurationFigures | undefined;
}) {
  const { detail, figures, stage } = props;
  const cell = (ms: number | undefined) => (
    <td className={panel.number}>
      {ms === undefined ? 'not known' : formatMilliseconds(ms)}
    </td>
  );
  return (
    <tr>
      <td>
        {stage} <span className={panel.quiet}>{detail}</span>
      </td>
      {cell(figures?.medianMs)}
      {cell(figures?.p95Ms)}
      {cell(figures?.longestMs)}
    </tr>
  );
}
