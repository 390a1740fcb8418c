import { useApi } from '@backstage/frontend-plugin-api';
import { FINAL_REPORT_STATUSES } from '@synchrony/backstage-plugin-ingestion-common';
import { LivePanel, PanelEmpty, useLiveData } from '@synchrony/ui';
import { useState } from 'react';
import { ingestionApiRef, useConcerns } from '../api';
import { ReportDetails } from '../reports/ReportDetails';

/** Signals are only hints, and who just sent something waits for the answer. */
const POLL_MS = 3_000;

/** What becomes of a report that was just sent, as it happens. */
export function UploadReceipt({ reportId }: { reportId: string }) {
  const api = useApi(ingestionApiRef);
  const [isFinal, setFinal] = useState(false);
  const live = useLiveData({
    key: `upload ${reportId}`,
    load: async () => {
      const receipt = await api.getReport(reportId);
      setFinal(FINAL_REPORT_STATUSES.includes(receipt.status));
      return receipt;
    },
    pollMs: isFinal ? undefined : POLL_MS,
    ...useConcerns(),
  });
  return (
    <div role="status">
      <LivePanel
        inset
        live={live}
        subject="Report"
        height={240}
        forbidden={<PanelEmpty title="You may not see this report" />}
      >
        {report => <ReportDetails report={report} />}
      </LivePanel>
    </div>
  );
}
