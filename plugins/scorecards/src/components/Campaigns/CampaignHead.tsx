import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { Campaign } from '@synchrony/backstage-plugin-scorecards-common';
import {
  levelLabel,
  SafeMarkdown,
  TextLink,
  useNow,
  useRequest,
} from '@synchrony/ui';
import { campaignsApiRef } from '../../api';
import { useCampaignAddress } from './useCampaignAddress';
import { ACTION_WORDS, daysText, scopeText, STATUS_WORDS } from './words';
import styles from './Campaigns.module.css';

function Goal(props: { campaign: Campaign }) {
  const { checkTitles, goal } = props.campaign;
  return (
    <ul className={styles.list}>
      {goal.level && <li>Level {levelLabel(goal.level)}</li>}
      {goal.checks.map(id => (
        <li key={id}>{checkTitles[id] ?? id}</li>
      ))}
    </ul>
  );
}

/** What a campaign is, and what the viewer may do with it. */
export function CampaignHead(props: {
  campaign: Campaign;
  onChanged: () => void;
}) {
  const { campaign, onChanged } = props;
  const { change, hrefOf } = useCampaignAddress();
  const api = useApi(campaignsApiRef);
  const now = useNow();
  const { isBusy, problem, send } = useRequest();
  return (
    <section className={styles.card} aria-labelledby="campaign">
      <p className={styles.line}>
        <TextLink href={hrefOf({})}>All campaigns</TextLink>
      </p>
      <div className={styles.head}>
        <h2 id="campaign">{campaign.title}</h2>
        <div className={styles.buttons}>
          {campaign.mayEdit && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => change({ form: 'edit' })}
            >
              Edit
            </Button>
          )}
          {campaign.actions.map(action => (
            <Button
              key={action}
              size="small"
              variant={action === 'activate' ? 'primary' : 'secondary'}
              isDisabled={isBusy}
              onPress={() =>
                send(async () => {
                  await api.actOnCampaign(campaign.id, action);
                  onChanged();
                })
              }
            >
              {ACTION_WORDS[action]}
            </Button>
          ))}
        </div>
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.message}
        </p>
      )}
      {campaign.description && <SafeMarkdown content={campaign.description} />}
      <dl className={styles.facts}>
        <div>
          <dt>State</dt>
          <dd>{STATUS_WORDS[campaign.status]}</dd>
        </div>
        <div>
          <dt>From</dt>
          <dd>{campaign.startDate}</dd>
        </div>
        <div>
          <dt>Target</dt>
          <dd>
            {campaign.targetDate}
            {campaign.status === 'active' &&
              ` (${daysText(campaign.targetDate, now)})`}
          </dd>
        </div>
        <div>
          <dt>Goal: all of</dt>
          <dd>
            <Goal campaign={campaign} />
          </dd>
        </div>
        <div>
          <dt>For</dt>
          <dd>{scopeText(campaign.scope)}</dd>
        </div>
        {campaign.milestones.length > 0 && (
          <div>
            <dt>Milestones</dt>
            <dd>
              {campaign.milestones
                .map(({ date, sharePct }) => `${sharePct} % by ${date}`)
                .join(', ')}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
