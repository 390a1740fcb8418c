import { useApi } from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { LivePanel, PanelEmpty, SidePanel, useLiveData } from '@synchrony/ui';
import { ingestionApiRef, useConcerns } from '../api';
import { ReportDetails } from './ReportDetails';

type ReportDrawerProps = {
  id: string;
  onClose(): void;
  returnFocus(): HTMLElement | null | undefined;
};

/** Everything about one report, at the side of the list. */
export function ReportDrawer({ id, ...panel }: ReportDrawerProps) {
  const api = useApi(ingestionApiRef);
  const live = useLiveData({
    key: id,
    load: () => api.getReport(id),
    ...useConcerns(),
  });
  const report = live.value;
  return (
    <SidePanel
      {...panel}
      title={report?.tool ?? 'Report'}
      kicker={report && `Report · ${parseEntityRef(report.entityRef).name}`}
    >
      <LivePanel
        inset
        live={live}
        subject="Report"
        height={320}
        forbidden={<PanelEmpty title="You may not see this report" />}
      >
        {report && <ReportDetails report={report} />}
      </LivePanel>
    </SidePanel>
  );
}
