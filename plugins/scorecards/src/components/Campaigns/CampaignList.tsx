import { Button } from '@backstage/ui';
import { Campaign } from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatPercent,
  LivePanel,
  PanelEmpty,
  TextLink,
  useNow,
} from '@synchrony/ui';
import { useCampaignList } from '../../api';
import { CampaignsForbidden } from './CampaignsForbidden';
import { useCampaignAddress } from './useCampaignAddress';
import { daysText, scopeText, STATUS_WORDS } from './words';
import styles from './Campaigns.module.css';

function passedText({ latest }: Campaign): string {
  if (!latest) {
    return '–';
  }
  const share =
    latest.passedPct === undefined
      ? ''
      : ` (${formatPercent(latest.passedPct)})`;
  return `${latest.standings.passed} of ${latest.counted}${share}`;
}

function Row(props: { campaign: Campaign }) {
  const { campaign } = props;
  const { hrefOf } = useCampaignAddress();
  const now = useNow();
  return (
    <tr>
      <th scope="row">
        <TextLink href={hrefOf({ campaign: campaign.id })} strong>
          {campaign.title}
        </TextLink>
      </th>
      <td>{STATUS_WORDS[campaign.status]}</td>
      <td>{scopeText(campaign.scope)}</td>
      <td className={styles.number}>{passedText(campaign)}</td>
      <td>{campaign.latest?.day ?? '–'}</td>
      <td>
        {campaign.targetDate}
        {campaign.status === 'active' &&
          ` · ${daysText(campaign.targetDate, now)}`}
      </td>
    </tr>
  );
}

/** All campaigns that the viewer may see, those with the latest target first. */
export function CampaignList() {
  const { address, change, go } = useCampaignAddress();
  const live = useCampaignList(address.cursor);
  return (
    <section className={styles.card} aria-labelledby="campaigns">
      <div className={styles.head}>
        <h2 id="campaigns">Campaigns</h2>
        {live.value?.mayManage && (
          <Button
            size="small"
            variant="primary"
            onPress={() => go({ form: 'new' })}
          >
            New campaign
          </Button>
        )}
      </div>
      <p className={styles.sub}>
        What many components are to reach by a day · counted from stored
        results, exempt and unknown never as passed
      </p>
      <LivePanel
        live={live}
        subject="Campaigns"
        height={160}
        forbidden={<CampaignsForbidden />}
      >
        {({ items, pageInfo }) =>
          items.length === 0 ? (
            <PanelEmpty title="No campaign yet">
              AppSec starts one with a goal, the components that it is for, and
              a date.
            </PanelEmpty>
          ) : (
            <>
              <div className={styles.scroll}>
                <table className={styles.table}>
                  <caption className={styles.hidden}>Campaigns</caption>
                  <thead>
                    <tr>
                      <th scope="col">Campaign</th>
                      <th scope="col">State</th>
                      <th scope="col">For</th>
                      <th scope="col" className={styles.number}>
                        Passed
                      </th>
                      <th scope="col">Counted on</th>
                      <th scope="col">Target</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map(campaign => (
                      <Row key={campaign.id} campaign={campaign} />
                    ))}
                  </tbody>
                </table>
              </div>
              {pageInfo.nextCursor && (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => change({ cursor: pageInfo.nextCursor })}
                >
                  Next page
                </Button>
              )}
            </>
          )
        }
      </LivePanel>
    </section>
  );
}
