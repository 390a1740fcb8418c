import { BgProvider, SearchField, Select } from '@backstage/ui';
import {
  CheckInfo,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, LevelChip } from '@synchrony/ui';
import { useState } from 'react';
import {
  checkAddress,
  CheckListFilter,
  listedChecks,
} from '../../model/definitions';
import { stageLabel } from '../../model/labels';
import cards from '../Portfolio/Portfolio.module.css';
import details from '../ScorecardContent/ScorecardContent.module.css';
import styles from './Definitions.module.css';

const ALL = 'all';

/** The checks in use, narrowed by words, stage and state. */
export function CheckList(props: {
  checks: CheckInfo[];
  selected?: CheckInfo;
  /** Opens a check by its address. */
  onOpen: (address: string) => void;
}) {
  const { checks, onOpen, selected } = props;
  const [filter, setFilter] = useState<CheckListFilter>({ words: '' });
  const listed = listedChecks(checks, filter);
  return (
    <>
      <BgProvider bg="neutral-1">
        <div className={cards.tools}>
          <SearchField
            className={styles.search}
            label="Words"
            placeholder="Title, id or how to fix"
            value={filter.words}
            onChange={words => setFilter({ ...filter, words })}
          />
          <Select
            label="Stage"
            options={[
              { value: ALL, label: 'All stages' },
              ...STAGES.map(stage => ({
                value: stage,
                label: stageLabel(stage),
              })),
            ]}
            value={filter.stage ?? ALL}
            onChange={key =>
              setFilter({ ...filter, stage: STAGES.find(each => each === key) })
            }
          />
          <Select
            label="State"
            options={[
              { value: ALL, label: 'All' },
              { value: 'measured', label: 'Measured' },
              { value: 'waiting', label: 'Waiting for a source' },
            ]}
            value={filter.state ?? ALL}
            onChange={key =>
              setFilter({
                ...filter,
                state: (['measured', 'waiting'] as const).find(
                  each => each === key,
                ),
              })
            }
          />
        </div>
      </BgProvider>
      <p className={cards.sub} role="status">
        {listed.length === checks.length
          ? formatCount(checks.length, 'check')
          : `${listed.length} of ${formatCount(checks.length, 'check')}`}
      </p>
      {listed.length > 0 && (
        <div className={cards.scroll}>
          <table className={cards.table} aria-label="Checks in use">
            <thead>
              <tr>
                <th scope="col">Check</th>
                <th scope="col">Stage</th>
                <th scope="col">Required for</th>
                <th scope="col">State</th>
                <th scope="col" className={cards.number}>
                  Version
                </th>
              </tr>
            </thead>
            <tbody>
              {listed.map(check => (
                <tr key={`${check.id}@${check.version}`}>
                  <th scope="row">
                    <button
                      type="button"
                      className={details.open}
                      aria-expanded={check === selected}
                      onClick={() => onOpen(checkAddress(check, checks))}
                    >
                      {check.title}
                    </button>
                    <div className={cards.muted}>{check.id}</div>
                  </th>
                  <td>{stageLabel(check.stage)}</td>
                  <td>
                    <ul className={styles.uses}>
                      {check.usedBy.map(
                        ({ requiredFor, scorecardId, title }) => (
                          <li key={scorecardId}>
                            {requiredFor ? (
                              <LevelChip level={requiredFor} />
                            ) : (
                              'points only'
                            )}{' '}
                            <span className={cards.muted}>{title}</span>
                          </li>
                        ),
                      )}
                    </ul>
                  </td>
                  <td>
                    {check.waitingFor.length > 0
                      ? `waits for ${check.waitingFor.join(' and ')}`
                      : 'measured'}
                  </td>
                  <td className={cards.number}>{check.version}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
