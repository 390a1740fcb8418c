import { useApi } from '@backstage/frontend-plugin-api';
import { BgProvider } from '@backstage/ui';
import { Campaign } from '@synchrony/backstage-plugin-scorecards-common';
import { LivePanel, useLiveData } from '@synchrony/ui';
import { campaignsApiRef } from '../../api';
import { CampaignsForbidden } from './CampaignsForbidden';
import { CampaignForm } from './CampaignForm';
import { useCampaignAddress } from './useCampaignAddress';
import styles from './Campaigns.module.css';

/** Makes a campaign, or changes the given one. */
export function CampaignEditor(props: {
  campaign?: Campaign;
  onSaved?: () => void;
}) {
  const { campaign, onSaved } = props;
  const { go } = useCampaignAddress();
  const api = useApi(campaignsApiRef);
  const live = useLiveData({
    key: 'goals',
    load: () => api.getCampaignGoals(),
  });
  return (
    <section className={styles.card} aria-labelledby="campaign-form">
      <h2 id="campaign-form">{campaign ? campaign.title : 'New campaign'}</h2>
      <BgProvider bg="neutral-1">
        <LivePanel
          live={live}
          subject="Form"
          height={160}
          forbidden={<CampaignsForbidden />}
        >
          {({ items }) => (
            <CampaignForm
              campaign={campaign}
              choices={items}
              onCancel={() => go({ campaign: campaign?.id })}
              onSave={async input => {
                const saved = campaign
                  ? await api.updateCampaign(
                      campaign.id,
                      input,
                      campaign.version,
                    )
                  : await api.createCampaign(input);
                onSaved?.();
                go({ campaign: saved.id });
              }}
            />
          )}
        </LivePanel>
      </BgProvider>
    </section>
  );
}
