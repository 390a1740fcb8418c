import {
  ControlType,
  Finding,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Card } from '@backstage/ui';
import { SidePanelLayout } from '@synchrony/ui';
import { ReactNode, useRef, useState } from 'react';
import { BulkBar, useSelection } from '../bulk';
import { FindingDrawer } from '../drawer';
import { FilterBar, FindingsAddress, isGrouped, useFacets } from '../filter';
import { FlatFindings } from './FlatFindings';
import { GroupedFindings } from './GroupedFindings';
import { FindingsViewProps } from './view';

type FindingsListProps = {
  address: FindingsAddress;
  /** Findings of this entity only. */
  entityRef?: string;
  /** Controls whose last complete scan is too old to confirm anything. */
  stale?: ControlType[];
  /** What stands in the place of the table when nothing is open at all. */
  empty: ReactNode;
  /** What stands there for those who may not see findings. */
  forbidden: ReactNode;
};

const FRESH: ControlType[] = [];

/** Findings with their filter, pages, details and what can be done, live. */
export function FindingsList(props: FindingsListProps) {
  const { address, empty, entityRef, forbidden, stale = FRESH } = props;
  const { filter, select, selectedId } = address;
  const [shown, setShown] = useState<Finding[]>([]);
  const [revision, setRevision] = useState(0);
  const selection = useSelection(shown);
  const facets = useFacets(entityRef, filter, revision);
  const list = useRef<HTMLDivElement>(null);

  const index = shown.findIndex(finding => finding.id === selectedId);
  const step = (distance: number) => {
    const next: Finding | undefined = shown[index + distance];
    return index >= 0 && next ? () => select(next.id) : undefined;
  };
  const view: FindingsViewProps = {
    address,
    empty,
    entityRef,
    forbidden,
    revision,
    selection,
    stale,
    onShown: setShown,
  };

  return (
    <SidePanelLayout
      panel={
        selectedId && (
          <FindingDrawer
            key={selectedId}
            id={selectedId}
            onClose={() => select(undefined)}
            onPrevious={step(-1)}
            onNext={step(1)}
            returnFocus={() =>
              list.current?.querySelector<HTMLElement>(
                `[data-finding="${CSS.escape(selectedId)}"]`,
              )
            }
          />
        )
      }
    >
      <Card>
        <FilterBar
          filter={filter}
          onChange={address.setFilter}
          onClear={address.clearFilter}
          facets={facets}
          entityRef={entityRef}
        />
        <div ref={list}>
          {entityRef !== undefined && isGrouped(filter) ? (
            <GroupedFindings {...view} entityRef={entityRef} />
          ) : (
            <FlatFindings {...view} />
          )}
        </div>
      </Card>
      <BulkBar
        selection={selection}
        onChanged={() => setRevision(revision + 1)}
      />
    </SidePanelLayout>
  );
}
