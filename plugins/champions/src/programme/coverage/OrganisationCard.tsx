import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { CoverageMap } from '@synchrony/backstage-plugin-champions-common';
import { LiveData, LivePanel, PanelEmpty, RelativeTime } from '@synchrony/ui';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { TeamMap } from './TeamMap';
import { TeamTable } from './TeamTable';
import { CoverageAddress } from './useCoverageAddress';
import panel from '../programme.module.css';

/** The teams under their platforms, as a map or as a table. */
export function OrganisationCard(props: {
  map: LiveData<CoverageMap>;
  address: CoverageAddress;
}) {
  const { address, map } = props;
  const { value } = map;
  return (
    <section className={panel.card} aria-labelledby="organisation">
      <div className={panel.head}>
        <div>
          <h2 id="organisation">Coverage by organisation</h2>
          <p className={panel.sub}>
            The nearest assignment counts: component, system, domain, team,
            platform
            {value && (
              <>
                {' · as of '}
                <RelativeTime at={value.asOf} />
              </>
            )}
          </p>
        </div>
        <ToggleButtonGroup
          aria-label="Coverage shown as"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[address.isTable ? 'table' : 'map']}
          onSelectionChange={([key]) =>
            key === 'table' ? address.showTable() : address.showMap()
          }
        >
          <ToggleButton id="map">Map</ToggleButton>
          <ToggleButton id="table">Table</ToggleButton>
        </ToggleButtonGroup>
      </div>
      <LivePanel
        live={map}
        subject="Coverage"
        height={420}
        forbidden={<ProgrammeForbidden what="who covers what" />}
      >
        {({ items }) => {
          if (items.length === 0) {
            return (
              <PanelEmpty title="No team to cover yet">
                Teams appear here once they own something in the catalog.
              </PanelEmpty>
            );
          }
          return address.isTable ? (
            <TeamTable teams={items} address={address} />
          ) : (
            <TeamMap teams={items} address={address} />
          );
        }}
      </LivePanel>
    </section>
  );
}
