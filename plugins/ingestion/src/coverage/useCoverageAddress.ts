import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  COVERAGE_KINDS,
  COVERAGE_STATES,
  CoverageKind,
  CoverageState,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useMemo } from 'react';

/** A number of the map: the components that it counts. */
export interface CoverageCellPlace {
  control: CoverageKind;
  /** Ref of a platform, or `none`. */
  platform: string;
  /** All states when absent. */
  state?: CoverageState;
}

/** What is shown, kept in the address. */
export interface CoverageAddress {
  isTable: boolean;
  showTable(isTable: boolean): void;
  /** The number whose components are listed at the side. */
  selected?: CoverageCellPlace;
  select(place: CoverageCellPlace | undefined): void;
}

function readPlace(params: URLSearchParams): CoverageCellPlace | undefined {
  const control = COVERAGE_KINDS.find(word => word === params.get('control'));
  const platform = params.get('platform');
  return control && platform
    ? {
        control,
        platform,
        state: COVERAGE_STATES.find(word => word === params.get('state')),
      }
    : undefined;
}

export function useCoverageAddress(): CoverageAddress {
  const [params, setParams] = useAppSearchParams();
  return useMemo(() => {
    const isTable = params.get('show') === 'table';
    const selected = readPlace(params);
    const go = (table: boolean, place: CoverageCellPlace | undefined) =>
      setParams(
        {
          ...(table && { show: 'table' }),
          ...(place && { control: place.control, platform: place.platform }),
          ...(place?.state && { state: place.state }),
        },
        { replace: true },
      );
    return {
      isTable,
      selected,
      showTable: table => go(table, selected),
      select: place => go(isTable, place),
    };
  }, [params, setParams]);
}
