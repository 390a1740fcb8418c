import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { Exemption } from '@synchrony/backstage-plugin-scorecards-common';
import { LivePanel, PanelEmpty, PersonChip, useRequest } from '@synchrony/ui';
import { useState } from 'react';
import { campaignsApiRef, useExemptions } from '../../api';
import { CampaignsForbidden } from './CampaignsForbidden';
import { EXEMPTION_ACTION_WORDS, EXEMPTION_WORDS } from './words';
import styles from './Campaigns.module.css';

function Person(props: { actor: string | undefined }) {
  const { actor } = props;
  return actor?.startsWith('user:') ? (
    <PersonChip entityRef={actor} />
  ) : (
    <>{actor ?? '–'}</>
  );
}

function Row(props: { exemption: Exemption; onChanged: () => void }) {
  const { exemption, onChanged } = props;
  const api = useApi(campaignsApiRef);
  const { isBusy, problem, send } = useRequest();
  return (
    <tr>
      <th scope="row">
        <EntityRefLink
          entityRef={exemption.entityRef}
          defaultKind="component"
          hideIcon
        />
      </th>
      <td>
        {EXEMPTION_WORDS[exemption.status]}
        {problem && (
          <p className={styles.problem} role="alert">
            {problem.message}
          </p>
        )}
      </td>
      <td>{exemption.until}</td>
      <td>
        {exemption.redacted
          ? 'Open to the owner and to AppSec'
          : exemption.reason}
      </td>
      <td>
        <Person actor={exemption.requestedBy} />
      </td>
      <td>
        <Person actor={exemption.decidedBy} />
      </td>
      <td>
        <div className={styles.buttons}>
          {exemption.actions.map(action => (
            <Button
              key={action}
              size="small"
              variant={action === 'approve' ? 'primary' : 'secondary'}
              isDisabled={isBusy}
              aria-label={`${EXEMPTION_ACTION_WORDS[action]} the exemption of ${exemption.entityRef}`}
              onPress={() =>
                send(async () => {
                  await api.actOnExemption(
                    exemption.campaignId,
                    exemption.id,
                    action,
                  );
                  onChanged();
                })
              }
            >
              {EXEMPTION_ACTION_WORDS[action]}
            </Button>
          ))}
        </div>
      </td>
    </tr>
  );
}

/** Who asked to be exempt, and what became of it. */
export function ExemptionsCard(props: { id: string; onChanged: () => void }) {
  const { id, onChanged } = props;
  const [cursor, setCursor] = useState<string>();
  const live = useExemptions(id, cursor);
  return (
    <section className={styles.card} aria-labelledby="campaign-exemptions">
      <h2 id="campaign-exemptions">Exemptions</h2>
      <p className={styles.sub}>
        Asked for by owners, decided by somebody else, and over on their day
      </p>
      <LivePanel
        live={live}
        subject="Exemptions"
        height={160}
        forbidden={<CampaignsForbidden />}
      >
        {({ items, pageInfo }) =>
          items.length === 0 ? (
            <PanelEmpty title="No exemption asked for" />
          ) : (
            <>
              <div className={styles.scroll}>
                <table className={styles.table}>
                  <caption className={styles.hidden}>
                    Exemptions, newest first
                  </caption>
                  <thead>
                    <tr>
                      <th scope="col">Component</th>
                      <th scope="col">State</th>
                      <th scope="col">Until</th>
                      <th scope="col">Reason</th>
                      <th scope="col">Asked by</th>
                      <th scope="col">Decided by</th>
                      <th scope="col">
                        <span className={styles.hidden}>Action</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map(exemption => (
                      <Row
                        key={exemption.id}
                        exemption={exemption}
                        onChanged={() => {
                          live.reload();
                          onChanged();
                        }}
                      />
                    ))}
                  </tbody>
                </table>
              </div>
              {pageInfo.nextCursor && (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => setCursor(pageInfo.nextCursor)}
                >
                  Older ones
                </Button>
              )}
            </>
          )
        }
      </LivePanel>
    </section>
  );
}
