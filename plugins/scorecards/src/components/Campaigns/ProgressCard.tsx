import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  Campaign,
  CampaignCounts,
  CampaignProgress,
  PROGRESS_DIMENSIONS,
  Standing,
  STANDINGS,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  ExportButtons,
  formatCount,
  formatExactTime,
  formatPercent,
  LivePanel,
  OwnerChip,
  PanelEmpty,
  RelativeTime,
  TextLink,
} from '@synchrony/ui';
import { useRef } from 'react';
import { useCampaignProgress } from '../../api';
import { CampaignsForbidden } from './CampaignsForbidden';
import { progressSheet } from './campaignSheets';
import { StandingMark } from './StandingMark';
import { useCampaignAddress } from './useCampaignAddress';
import { STANDING_WORDS } from './words';
import styles from './Campaigns.module.css';

const COLUMNS: readonly Standing[] = STANDINGS;

function shareText({ counted, passedPct, standings }: CampaignCounts): string {
  return passedPct === undefined
    ? 'The goal applies to no component'
    : `${formatPercent(passedPct)} passed · ${standings.passed} of ${formatCount(counted, 'component')}`;
}

function Rows(props: { id: string; progress: CampaignProgress }) {
  const { id, progress } = props;
  const { hrefOf } = useCampaignAddress();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>
          Components by {progress.by} and standing
        </caption>
        <thead>
          <tr>
            <th scope="col">
              {progress.by === 'owner' ? 'Owner' : 'Platform'}
            </th>
            {COLUMNS.map(standing => (
              <th key={standing} scope="col" className={styles.number}>
                {STANDING_WORDS[standing]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {progress.rows.map(row => (
            <tr key={row.ref ?? ''}>
              <th scope="row">
                {row.ref ? <OwnerChip entityRef={row.ref} /> : 'Others'}
              </th>
              {COLUMNS.map(standing => (
                <td key={standing} className={styles.number}>
                  {row.standings[standing] > 0 && row.ref ? (
                    <TextLink
                      href={hrefOf({
                        campaign: id,
                        standing,
                        by: progress.by,
                        [progress.by]: row.ref,
                      })}
                    >
                      {String(row.standings[standing])}
                    </TextLink>
                  ) : (
                    row.standings[standing]
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Known(props: { campaign: Campaign; progress: CampaignProgress }) {
  const { campaign, progress } = props;
  const { id } = campaign;
  const picture = useRef<HTMLDivElement>(null);
  const { final, overall } = progress;
  const { hrefOf } = useCampaignAddress();
  if (overall.total === 0) {
    return (
      <PanelEmpty title="Nobody is in scope">
        No component with the scorecard fits, or none that you may see.
      </PanelEmpty>
    );
  }
  return (
    <>
      {final && (
        <p className={styles.line}>
          At the end, on {final.day}: <strong>{shareText(final)}</strong>. Below
          is how they stand now.
        </p>
      )}
      <p className={styles.share}>{shareText(overall)}</p>
      <ul className={styles.standings}>
        {STANDINGS.filter(each => overall.standings[each] > 0).map(each => (
          <li key={each}>
            <StandingMark standing={each} />
            <TextLink href={hrefOf({ campaign: id, standing: each })}>
              {String(overall.standings[each])}
            </TextLink>
          </li>
        ))}
      </ul>
      <p className={styles.sub}>
        {progress.totalIsLowerBound && 'More than was counted · '}
        Exempt components stay in the sum, and never count as passed · as of{' '}
        <RelativeTime at={progress.asOf} />
      </p>
      <div className={styles.tools}>
        <ExportButtons
          name="campaign-progress"
          rows={() => progressSheet(progress)}
          picture={{
            title: `Progress: ${campaign.title}`,
            notes: [
              `${shareText(overall)} · as of ${formatExactTime(progress.asOf)}`,
              'Exempt components stay in the sum, and never count as passed.',
            ],
            element: picture,
          }}
        />
      </div>
      <div ref={picture}>
        <Rows id={id} progress={progress} />
      </div>
    </>
  );
}

/** How a campaign stands now, by owner or platform. */
export function ProgressCard(props: { campaign: Campaign }) {
  const { address, change } = useCampaignAddress();
  const by = address.by ?? 'owner';
  const live = useCampaignProgress(props.campaign.id, by);
  return (
    <section className={styles.card} aria-labelledby="campaign-progress">
      <h2 id="campaign-progress">Progress</h2>
      <div className={styles.tools}>
        <ToggleButtonGroup
          aria-label="Progress by"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[by]}
          onSelectionChange={([key]) =>
            change({ by: PROGRESS_DIMENSIONS.find(each => each === key) })
          }
        >
          <ToggleButton id="owner">By owner</ToggleButton>
          <ToggleButton id="platform">By platform</ToggleButton>
        </ToggleButtonGroup>
      </div>
      <LivePanel
        live={live}
        subject="Progress"
        height={240}
        forbidden={<CampaignsForbidden />}
      >
        {progress => <Known campaign={props.campaign} progress={progress} />}
      </LivePanel>
    </section>
  );
}
