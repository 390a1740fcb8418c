import { parseEntityRef } from '@backstage/catalog-model';
import {
  EntityRefLink,
  humanizeEntityRef,
} from '@backstage/plugin-catalog-react';
import { ReportReceipt } from '@synchrony/backstage-plugin-ingestion-common';

/** The entity of a report, as a link where the catalog has it. */
export function ReportEntity({ report }: { report: ReportReceipt }) {
  const { entityRef, status } = report;
  return status === 'quarantined' ? (
    <>
      {humanizeEntityRef(parseEntityRef(entityRef), {
        defaultKind: 'component',
      })}
    </>
  ) : (
    <EntityRefLink entityRef={entityRef} defaultKind="component" hideIcon />
  );
}
