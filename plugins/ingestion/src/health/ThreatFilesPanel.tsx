import { useApi } from '@backstage/frontend-plugin-api';
import { Card } from '@backstage/ui';
import { ThreatFileAnswer } from '@synchrony/backstage-plugin-ingestion-common';
import {
  formatCount,
  LivePanel,
  PanelEmpty,
  PanelNotice,
  useLiveData,
} from '@synchrony/ui';
import { useState } from 'react';
import { healthApiRef } from '../api';
import { ThreatFilesTable } from './ThreatFilesTable';
import { ThreatFileUpload } from './ThreatFileUpload';
import { dayText, KIND_LABELS } from './threatFiles';
import panel from '../panel/panel.module.css';

/** The files of EPSS, KEV and SSVC that order and due dates rest on. */
export function ThreatFilesPanel() {
  const api = useApi(healthApiRef);
  const [news, setNews] = useState<string>();
  const live = useLiveData({
    key: 'threat-files',
    load: () => api.getThreatIntelligence(),
  });
  const status = live.value;
  return (
    <Card>
      <div className={panel.head}>
        <h2 className={panel.title}>Threat files</h2>
        {status && !status.settled && (
          <span className={panel.tag}>Findings still follow a new file</span>
        )}
      </div>
      <LivePanel
        inset
        live={live}
        subject="Threat files"
        height={160}
        forbidden={
          <PanelEmpty title="You may not see which files are loaded" />
        }
      >
        {status && <ThreatFilesTable files={status.files} />}
      </LivePanel>
      <div role="status">
        {news && (
          <div className={panel.pad}>
            <PanelNotice tone="info">{news}</PanelNotice>
          </div>
        )}
      </div>
      {status?.canManage && (
        <ThreatFileUpload
          onLoaded={answer => {
            setNews(describe(answer));
            live.reload();
          }}
          onSend={() => setNews(undefined)}
        />
      )}
    </Card>
  );
}

function describe(answer: ThreatFileAnswer): string {
  const { changed, dataDate, kind, rows = 0 } = answer;
  const what = `${KIND_LABELS[kind]} of ${dataDate ? dayText(dataDate) : 'an unknown day'}`;
  return changed
    ? `${what} is loaded, ${formatCount(rows, 'row')}. Due dates and order follow within minutes.`
    : `${what} was loaded already; nothing has changed.`;
}
