import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  Campaign,
  CampaignHistory,
  CampaignPoint,
  STANDINGS,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  ExportButtons,
  LivePanel,
  PanelEmpty,
  PanelForbidden,
} from '@synchrony/ui';
import { useRef, useState } from 'react';
import { useCampaignHistory } from '../../api';
import { CampaignsForbidden } from './CampaignsForbidden';
import { BurnUpChart } from './BurnUpChart';
import { burnUpSheet } from './campaignSheets';
import { STANDING_WORDS } from './words';
import styles from './Campaigns.module.css';

const LEGEND =
  'Line: passed · dashes: all that count · diamonds: what milestones and target expect · a missing day is a gap';

function BurnUpTable(props: { points: CampaignPoint[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>Daily counts, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {STANDINGS.map(standing => (
              <th key={standing} scope="col" className={styles.number}>
                {STANDING_WORDS[standing]}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              Joined
            </th>
            <th scope="col" className={styles.number}>
              Left
            </th>
          </tr>
        </thead>
        <tbody>
          {[...props.points].reverse().map(point => (
            <tr key={point.day}>
              <th scope="row">{point.day}</th>
              {STANDINGS.map(standing => (
                <td key={standing} className={styles.number}>
                  {point.standings[standing]}
                </td>
              ))}
              <td className={styles.number}>{point.joined}</td>
              <td className={styles.number}>{point.left}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Known(props: { campaign: Campaign; history: CampaignHistory }) {
  const { campaign, history } = props;
  const picture = useRef<HTMLDivElement>(null);
  const [isTable, setTable] = useState(false);
  if (history.withheld) {
    return (
      <PanelForbidden title="You can't see the history.">
        It counts components that are not visible to you.
      </PanelForbidden>
    );
  }
  if (history.points.length === 0) {
    return (
      <PanelEmpty title="Not counted yet">
        It is counted once a day from the start on.
      </PanelEmpty>
    );
  }
  return (
    <>
      <div className={styles.tools}>
        <ToggleButtonGroup
          aria-label="History shown as"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[isTable ? 'table' : 'chart']}
          onSelectionChange={([key]) => setTable(key === 'table')}
        >
          <ToggleButton id="chart">Chart</ToggleButton>
          <ToggleButton id="table">Table</ToggleButton>
        </ToggleButtonGroup>
        <ExportButtons
          name="campaign-burn-up"
          rows={() => burnUpSheet(history.points)}
          picture={{
            title: `Burn-up: ${campaign.title}`,
            notes: [
              `${campaign.startDate} to ${campaign.targetDate}, counted until ${history.points.at(-1)?.day} (UTC)`,
              LEGEND,
            ],
            element: picture,
          }}
        />
      </div>
      <div ref={picture}>
        {isTable ? (
          <BurnUpTable points={history.points} />
        ) : (
          <BurnUpChart campaign={campaign} points={history.points} />
        )}
      </div>
    </>
  );
}

/** How a campaign came along, day by day. */
export function BurnUpCard(props: { campaign: Campaign }) {
  const { campaign } = props;
  const live = useCampaignHistory(campaign.id);
  return (
    <section className={styles.card} aria-labelledby="campaign-history">
      <h2 id="campaign-history">Burn-up</h2>
      <p className={styles.sub}>{LEGEND}</p>
      <LivePanel
        live={live}
        subject="History"
        height={240}
        forbidden={<CampaignsForbidden />}
      >
        {history => <Known campaign={campaign} history={history} />}
      </LivePanel>
    </section>
  );
}
