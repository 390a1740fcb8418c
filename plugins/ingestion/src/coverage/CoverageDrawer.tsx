import { useApi } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  COVERAGE_STATES,
  CoverageMap,
  CoverageState,
} from '@synchrony/backstage-plugin-ingestion-common';
import { LivePanel, PanelEmpty, SidePanel, useLiveData } from '@synchrony/ui';
import { useState } from 'react';
import { coverageApiRef, useConcerns } from '../api';
import { Pager } from '../panel';
import { WHO_SEES } from '../words';
import { CoveredEntities } from './CoveredEntities';
import { CoverageCellPlace } from './useCoverageAddress';
import { KIND_LABELS, platformKey, platformName, STATE_LABELS } from './words';
import styles from './coverage.module.css';

const PAGE_SIZE = 25;
const ANY = 'any';

const STATE_OPTIONS = [
  { id: ANY, label: 'Any state' },
  ...COVERAGE_STATES.map(id => ({ id, label: STATE_LABELS[id] })),
];

type CoverageDrawerProps = {
  map: CoverageMap;
  place: CoverageCellPlace;
  onClose(): void;
  onState(state: CoverageState | undefined): void;
  returnFocus(): HTMLElement | null | undefined;
};

/** The components behind a number of the map. */
export function CoverageDrawer(props: CoverageDrawerProps) {
  const { map, onClose, onState, place, returnFocus } = props;
  const { control, platform, state } = place;
  const api = useApi(coverageApiRef);
  const [cursor, setCursor] = useState<string>();
  const query = {
    control,
    platform,
    state: state && [state],
    cursor,
    limit: PAGE_SIZE,
  };
  const live = useLiveData({
    key: JSON.stringify(query),
    load: () => api.getCoveredEntities(query),
    ...useConcerns(),
  });
  const page = live.value;
  const row = map.platforms.find(each => platformKey(each) === platform);
  return (
    <SidePanel
      title={KIND_LABELS[control]}
      kicker={row && platformName(row)}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <Select
        aria-label="State"
        className={styles.state}
        options={STATE_OPTIONS}
        value={state ?? ANY}
        onChange={key => onState(COVERAGE_STATES.find(word => word === key))}
      />
      <LivePanel
        inset
        live={live}
        subject="Components"
        height={240}
        forbidden={
          <PanelEmpty title="You may not see these components">
            {WHO_SEES}
          </PanelEmpty>
        }
      >
        {page &&
          (page.items.length === 0 ? (
            <PanelEmpty title="No component is in this state" />
          ) : (
            <>
              <CoveredEntities entities={page.items} />
              <Pager
                page={page}
                noun="component"
                cursor={cursor}
                onGo={setCursor}
              />
            </>
          ))}
      </LivePanel>
    </SidePanel>
  );
}
