import { LivePanel } from '@synchrony/ui';
import { Container } from '@backstage/ui';
import { useState } from 'react';
import { useCampaign } from '../../api';
import { CampaignsForbidden } from './CampaignsForbidden';
import { BurnUpCard } from './BurnUpCard';
import { CampaignEditor } from './CampaignEditor';
import { CampaignHead } from './CampaignHead';
import { CampaignList } from './CampaignList';
import { EntitiesCard } from './EntitiesCard';
import { ExemptionsCard } from './ExemptionsCard';
import { ProgressCard } from './ProgressCard';
import { ScopeChangesCard } from './ScopeChangesCard';
import { useCampaignAddress } from './useCampaignAddress';
import styles from './Campaigns.module.css';

/** One campaign; what is done with it shows at once in all of its cards. */
function OneCampaign(props: { id: string }) {
  const { id } = props;
  const { address } = useCampaignAddress();
  const [round, setRound] = useState(0);
  const live = useCampaign(id);
  const next = () => {
    live.reload();
    setRound(before => before + 1);
  };
  return (
    <LivePanel
      live={live}
      subject="Campaign"
      height={480}
      forbidden={<CampaignsForbidden />}
    >
      {campaign =>
        address.form === 'edit' && campaign.mayEdit ? (
          <CampaignEditor
            key={campaign.version}
            campaign={campaign}
            onSaved={next}
          />
        ) : (
          <div className={styles.stack}>
            <CampaignHead campaign={campaign} onChanged={next} />
            <div key={`counts-${round}`} className={styles.pair}>
              <ProgressCard campaign={campaign} />
              <BurnUpCard campaign={campaign} />
            </div>
            <EntitiesCard key={`entities-${round}`} campaign={campaign} />
            <ExemptionsCard id={id} onChanged={next} />
            <ScopeChangesCard key={`changes-${round}`} id={id} />
          </div>
        )
      }
    </LivePanel>
  );
}

/** All campaigns, or the one that the address names. */
export function CampaignsPage() {
  const { address } = useCampaignAddress();
  return (
    <main>
      <Container>
        <div className={styles.stack}>
          {address.campaign && <OneCampaign id={address.campaign} />}
          {!address.campaign && address.form === 'new' && <CampaignEditor />}
          {!address.campaign && address.form !== 'new' && <CampaignList />}
        </div>
      </Container>
    </main>
  );
}
