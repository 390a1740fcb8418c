import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  DryRunScorecard,
  LEVELS,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  ExportButtons,
  formatCount,
  formatExactTime,
  LevelChip,
  levelLabel,
  OwnerChip,
} from '@synchrony/ui';
import { useRef } from 'react';
import cards from '../Portfolio/Portfolio.module.css';
import styles from './Definitions.module.css';
import { dryRunSheet } from './dryRunSheet';

/** Levels now and as they would be, and whose would be another one. */
export function DryRunResult(props: {
  scorecard: DryRunScorecard;
  /** Of which facts it is, ISO 8601. */
  asOf: string;
}) {
  const { asOf, scorecard } = props;
  const picture = useRef<HTMLDivElement>(null);
  const { activeVersion, after, before, changes, target, title, version } =
    scorecard;
  return (
    <div className={styles.result}>
      <div className={cards.tools}>
        <ExportButtons
          name={`dry-run-${scorecard.id}`}
          rows={() => dryRunSheet(scorecard)}
          picture={{
            title: `Dry run of ${title}, version ${version}`,
            notes: [
              `On the facts of ${formatExactTime(asOf)}; nothing is stored or activated.`,
              ...(scorecard.isCut
                ? ['Only the first 500 changes are listed.']
                : []),
            ],
            element: picture,
          }}
        />
      </div>
      <div ref={picture}>
        <h3>
          {title}, version {version}
          <span className={cards.muted}>
            {activeVersion === undefined
              ? ' · a new scorecard'
              : ` · in use is version ${activeVersion}`}
          </span>
        </h3>
        <p>
          {formatCount(scorecard.lowered, 'component')} would lose a level,{' '}
          {formatCount(scorecard.raised, 'component')} would rise; {target.met}{' '}
          of {target.total} would reach their target.
        </p>
        <table className={cards.table} aria-label={`Levels by ${title}`}>
          <thead>
            <tr>
              <th scope="col">Level</th>
              {LEVELS.map(level => (
                <th key={level} scope="col" className={cards.number}>
                  {levelLabel(level)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(
              [
                ['Now', before],
                ['Would be', after],
              ] as const
            ).map(([name, counts]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {LEVELS.map(level => (
                  <td key={level} className={cards.number}>
                    {counts[level]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {changes.length > 0 && (
          <div className={cards.scroll}>
            <table className={cards.table} aria-label={`Changes by ${title}`}>
              <thead>
                <tr>
                  <th scope="col">Component</th>
                  <th scope="col">Now</th>
                  <th scope="col">Would be</th>
                  <th scope="col">What keeps it there</th>
                  <th scope="col">Owner</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(change => (
                  <tr key={change.entityRef}>
                    <th scope="row">
                      <EntityRefLink
                        entityRef={change.entityRef}
                        defaultKind="component"
                        hideIcon
                      />
                    </th>
                    <td>
                      {change.from ? (
                        <LevelChip level={change.from} />
                      ) : (
                        'not covered'
                      )}
                    </td>
                    <td>
                      {change.to ? (
                        <LevelChip level={change.to} />
                      ) : (
                        'not covered'
                      )}
                    </td>
                    <td>{change.blockedBy.join(', ') || '–'}</td>
                    <td>
                      {change.ownerRef && (
                        <OwnerChip entityRef={change.ownerRef} />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {scorecard.isCut && (
              <p className={cards.legend}>Only the first 500 are listed.</p>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
