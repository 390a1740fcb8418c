import {
  MaturityActivity,
  MaturityReport,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  ExportButtons,
  formatExactTime,
  formatNumber,
  HatchedNote,
} from '@synchrony/ui';
import { Fragment, ReactNode, useRef } from 'react';
import cards from '../Portfolio/Portfolio.module.css';
import styles from './Maturity.module.css';
import { maturitySheet } from './maturitySheet';

const COLUMNS = 4;

/** Activities with how far evidence supports them; each opens to its components. */
export function ActivityTable(props: {
  report: MaturityReport;
  openId?: string;
  onOpen: (activity: MaturityActivity) => void;
  /** Shown below the activity that is open. */
  children: ReactNode;
}) {
  const { children, onOpen, openId, report } = props;
  const picture = useRef<HTMLDivElement>(null);
  const { asOf, model } = report;
  return (
    <>
      <div className={cards.tools}>
        <ExportButtons
          name={`maturity-${model.id}`}
          rows={() => maturitySheet(report)}
          picture={{
            title: `What evidence supports of ${model.title}`,
            notes: [
              `Version ${model.version} · as of ${formatExactTime(asOf)}`,
              'It is no assessment: nothing is said of what no check looks at.',
            ],
            element: picture,
          }}
        />
      </div>
      <div ref={picture} className={cards.scroll}>
        <table
          className={cards.table}
          aria-label={`Activities of ${model.title}`}
        >
          <thead>
            <tr>
              <th scope="col">Activity</th>
              <th scope="col">Level</th>
              <th scope="col">Evidence from</th>
              <th scope="col">Supported in</th>
            </tr>
          </thead>
          <tbody>
            {report.activities.map(activity => (
              <Fragment key={activity.id}>
                <tr>
                  <th scope="row">
                    {activity.title}
                    <span className={styles.quiet}>
                      {activity.group} · {activity.id}
                    </span>
                  </th>
                  <td>{activity.level}</td>
                  <td>
                    {activity.checks.map(({ id, title }) => (
                      <span key={id} className={styles.check}>
                        {title ?? `${id}, in no scorecard in use`}
                      </span>
                    ))}
                  </td>
                  <td>
                    <Support
                      activity={activity}
                      isOpen={activity.id === openId}
                      onOpen={() => onOpen(activity)}
                    />
                  </td>
                </tr>
                {activity.id === openId && (
                  <tr>
                    <td colSpan={COLUMNS}>{children}</td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
        <p className={cards.legend}>
          Supported: every check that applies passes; unknown and waived do not
          {report.totalIsLowerBound && ' · only the first 10,000 components'}
        </p>
      </div>
    </>
  );
}

function Support(props: {
  activity: MaturityActivity;
  isOpen: boolean;
  onOpen: () => void;
}) {
  const { activity, isOpen, onOpen } = props;
  const { applicable, supported, title } = activity;
  if (applicable === 0) {
    return <HatchedNote>no evidence</HatchedNote>;
  }
  const words = `${formatNumber(supported)} of ${formatNumber(applicable)}`;
  return (
    <button
      type="button"
      className={styles.support}
      aria-expanded={isOpen}
      aria-label={`${words}: show which components, ${title}`}
      onClick={onOpen}
    >
      <span aria-hidden="true" className={styles.track}>
        <span
          className={styles.bar}
          style={{ width: `${(100 * supported) / applicable}%` }}
        />
      </span>
      {words}
    </button>
  );
}
