import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Card, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { CoverageMap } from '@synchrony/backstage-plugin-ingestion-common';
import {
  formatCount,
  LivePanel,
  PanelEmpty,
  PanelPartial,
  RelativeTime,
  saveCsv,
  SidePanelLayout,
  useLiveData,
} from '@synchrony/ui';
import { useRef } from 'react';
import { coverageApiRef, useConcerns } from '../api';
import { WHO_SEES } from '../words';
import { CoverageDrawer } from './CoverageDrawer';
import { CoverageGrid } from './CoverageGrid';
import { CoverageTable } from './CoverageTable';
import { exportRows } from './exportRows';
import { CoverageAddress, useCoverageAddress } from './useCoverageAddress';
import panel from '../panel/panel.module.css';

/** Reports come in bursts; the map need not follow each of them. */
const SIGNAL_GAP_MS = 5_000;

/** Which control runs on which platform, live. */
export function CoveragePanel() {
  const api = useApi(coverageApiRef);
  const address = useCoverageAddress();
  const content = useRef<HTMLDivElement>(null);
  const live = useLiveData({
    key: 'coverage',
    load: () => api.getCoverageMap(),
    signalGapMs: SIGNAL_GAP_MS,
    ...useConcerns(),
  });
  const map = live.value;
  const { selected } = address;
  return (
    <SidePanelLayout
      panel={
        map &&
        selected && (
          <CoverageDrawer
            key={JSON.stringify(selected)}
            map={map}
            place={selected}
            onClose={() => address.select(undefined)}
            onState={state => address.select({ ...selected, state })}
            returnFocus={() =>
              content.current?.querySelector<HTMLElement>(
                '[aria-expanded="true"]',
              )
            }
          />
        )
      }
    >
      <Card>
        <div className={panel.head}>
          <div>
            <h2 className={panel.title}>Coverage: platform by control</h2>
            <span className={panel.quiet}>
              Only active counts as covered
              {map && (
                <>
                  {' · '}
                  {formatCount(map.entities, 'component')}
                  {' · as of '}
                  <RelativeTime at={map.asOf} />
                </>
              )}
            </span>
          </div>
          {map && map.platforms.length > 0 && (
            <Tools map={map} address={address} />
          )}
        </div>
        <div ref={content}>
          <LivePanel
            inset
            live={live}
            subject="Coverage"
            height={280}
            forbidden={
              <PanelEmpty title="You may not see what scanners report">
                {WHO_SEES}
              </PanelEmpty>
            }
          >
            {map && <MapContent map={map} address={address} />}
          </LivePanel>
        </div>
      </Card>
    </SidePanelLayout>
  );
}

type ContentProps = { map: CoverageMap; address: CoverageAddress };

function Tools({ address, map }: ContentProps) {
  return (
    <div className={panel.buttons}>
      <ToggleButtonGroup
        aria-label="Shown as"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[address.isTable ? 'table' : 'map']}
        onSelectionChange={([key]) => address.showTable(key === 'table')}
      >
        <ToggleButton id="map">Map</ToggleButton>
        <ToggleButton id="table">Table</ToggleButton>
      </ToggleButtonGroup>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden="true" />}
        onPress={() => saveCsv('coverage.csv', exportRows(map))}
      >
        Export CSV
      </Button>
    </div>
  );
}

function MapContent({ address, map }: ContentProps) {
  if (map.platforms.length === 0) {
    return (
      <PanelEmpty title="No component in what you may see">
        {WHO_SEES}
      </PanelEmpty>
    );
  }
  return (
    <>
      {map.isLowerBound && (
        <div className={panel.pad}>
          <PanelPartial>
            Only the first 10,000 components that you may see are counted.
          </PanelPartial>
        </div>
      )}
      {address.isTable ? (
        <CoverageTable map={map} address={address} />
      ) : (
        <CoverageGrid map={map} address={address} />
      )}
    </>
  );
}
