import { useApi } from '@backstage/frontend-plugin-api';
import { Card } from '@backstage/ui';
import { isForbidden, LivePanel, PanelEmpty, useLiveData } from '@synchrony/ui';
import { uploadTokensApiRef } from '../api';
import { IssuersTable } from './IssuersTable';
import panel from '../panel/panel.module.css';

/**
 * Issuers whose ID tokens are exchanged. Only those who run ingestion learn
 * that there is such a list; others see nothing of it.
 */
export function IssuersPanel() {
  const api = useApi(uploadTokensApiRef);
  const live = useLiveData({
    key: 'issuers',
    load: () => api.getTrustedIssuers(),
  });
  const isHidden = live.error ? isForbidden(live.error) : !live.value;
  if (isHidden) {
    return null;
  }
  return (
    <Card>
      <div className={panel.head}>
        <div>
          <h2 className={panel.title}>Trusted issuers</h2>
          <span className={panel.quiet}>
            whose ID tokens are exchanged; set under ingestion.oidc in
            app-config
          </span>
        </div>
      </div>
      <LivePanel
        inset
        live={live}
        subject="Trusted issuers"
        height={160}
        forbidden={null}
      >
        {({ items }) =>
          items.length === 0 ? (
            <PanelEmpty title="No issuer is trusted">
              Pipelines need an upload token until one is set in app-config.
            </PanelEmpty>
          ) : (
            <IssuersTable issuers={items} />
          )
        }
      </LivePanel>
    </Card>
  );
}
