import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Select } from '@backstage/ui';
import {
  Campaign,
  CampaignEntityRow,
  STANDINGS,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  ExportButtons,
  formatCount,
  LevelChip,
  LivePanel,
  OwnerChip,
  PanelEmpty,
} from '@synchrony/ui';
import { useRef, useState } from 'react';
import { useCampaignEntities } from '../../api';
import { CampaignsForbidden } from './CampaignsForbidden';
import { entitiesSheet } from './campaignSheets';
import { ExemptionDialog } from './ExemptionDialog';
import { MissingList } from './MissingList';
import { StandingMark } from './StandingMark';
import { useCampaignAddress } from './useCampaignAddress';
import { STANDING_WORDS } from './words';
import styles from './Campaigns.module.css';

function Row(props: { row: CampaignEntityRow; onAsk: () => void }) {
  const { row, onAsk } = props;
  return (
    <tr>
      <th scope="row">
        <EntityRefLink
          entityRef={row.entityRef}
          defaultKind="component"
          hideIcon
        />
      </th>
      <td>
        <StandingMark standing={row.standing} until={row.exemptUntil} />
      </td>
      <td>
        <MissingList row={row} />
      </td>
      <td>
        <LevelChip level={row.level} />
      </td>
      <td>{row.tier ?? '–'}</td>
      <td>
        <OwnerChip entityRef={row.ownerRef} />
      </td>
      <td data-screen-only="">
        {row.mayRequestExemption && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Request exemption for ${row.entityRef}`}
            onPress={onAsk}
          >
            Request exemption
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Who is in scope now, and what each lacks. */
export function EntitiesCard(props: { campaign: Campaign }) {
  const { campaign } = props;
  const { address, change } = useCampaignAddress();
  const { cursor, owner, platform, standing } = address;
  const group = owner ?? platform;
  const picture = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<string>();
  const live = useCampaignEntities(campaign.id, {
    ...(standing && { standing: [standing] }),
    ...(owner && { owner: [owner] }),
    ...(platform && { platform }),
    cursor,
    limit: 50,
  });
  return (
    <section className={styles.card} aria-labelledby="campaign-entities">
      <h2 id="campaign-entities">Components in scope now</h2>
      <div className={styles.tools}>
        <Select
          aria-label="Standing"
          size="small"
          options={[
            { id: 'any', label: 'Any standing' },
            ...STANDINGS.map(id => ({ id, label: STANDING_WORDS[id] })),
          ]}
          value={standing ?? 'any'}
          onChange={key =>
            change({ standing: STANDINGS.find(each => each === key) })
          }
        />
        {group && (
          <>
            <OwnerChip entityRef={group} />
            <Button
              size="small"
              variant="tertiary"
              onPress={() => change({ owner: undefined, platform: undefined })}
            >
              Show all owners
            </Button>
          </>
        )}
      </div>
      <LivePanel
        live={live}
        subject="Components"
        height={320}
        forbidden={<CampaignsForbidden />}
      >
        {page =>
          page.items.length === 0 ? (
            <PanelEmpty title="No component here">
              None in scope fits these filters.
            </PanelEmpty>
          ) : (
            <>
              <p className={styles.sub}>
                {page.totalIsLowerBound && 'More than '}
                {formatCount(page.totalItems, 'component')}
              </p>
              <div className={styles.tools}>
                <ExportButtons
                  name="campaign-components"
                  rows={() => entitiesSheet(page.items)}
                  picture={{
                    title: `Components in scope: ${campaign.title}`,
                    notes: [
                      `${page.items.length} of ${page.totalIsLowerBound ? 'more than ' : ''}${formatCount(page.totalItems, 'component')}${standing ? `, only ${STANDING_WORDS[standing].toLowerCase()}` : ''}${group ? `, of ${group}` : ''}`,
                    ],
                    element: picture,
                  }}
                />
              </div>
              <div ref={picture} className={styles.scroll}>
                <table className={styles.table}>
                  <caption className={styles.hidden}>
                    Components in scope by name
                  </caption>
                  <thead>
                    <tr>
                      <th scope="col">Component</th>
                      <th scope="col">Standing</th>
                      <th scope="col">Missing</th>
                      <th scope="col">Level</th>
                      <th scope="col">Tier</th>
                      <th scope="col">Owner</th>
                      <th scope="col" data-screen-only="">
                        <span className={styles.hidden}>Action</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {page.items.map(row => (
                      <Row
                        key={row.entityRef}
                        row={row}
                        onAsk={() => setAsked(row.entityRef)}
                      />
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )
        }
      </LivePanel>
      <div className={styles.buttons}>
        {cursor && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => change({ cursor: undefined })}
          >
            First page
          </Button>
        )}
        {live.value?.pageInfo.nextCursor && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => change({ cursor: live.value?.pageInfo.nextCursor })}
          >
            Next page
          </Button>
        )}
      </div>
      {asked && (
        <ExemptionDialog
          campaignId={campaign.id}
          entityRef={asked}
          targetDate={campaign.targetDate}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}
