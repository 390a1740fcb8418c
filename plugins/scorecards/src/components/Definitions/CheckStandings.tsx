import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  CampaignPreview,
  CheckInfo,
  Standing,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  isForbidden,
  PanelForbidden,
  PanelNotice,
} from '@synchrony/ui';
import { useState } from 'react';
import { campaignsApiRef } from '../../api';
import { StandingMark } from '../Campaigns/StandingMark';
import styles from './Definitions.module.css';

/** Exemptions belong to a campaign, of which there is none here. */
const COUNTED: Standing[] = [
  'passed',
  'failing',
  'unknown',
  'waived',
  'not_applicable',
];

/** Counts, when asked, how the components of a scorecard stand in a check. */
export function CheckStandings(props: { check: CheckInfo }) {
  const { id, usedBy } = props.check;
  const api = useApi(campaignsApiRef);
  const [preview, setPreview] = useState<CampaignPreview>();
  const [error, setError] = useState<Error>();
  const [isBusy, setBusy] = useState(false);
  const [use] = usedBy;
  const count = async () => {
    setBusy(true);
    setError(undefined);
    try {
      setPreview(
        await api.previewCampaign({
          scorecardId: use.scorecardId,
          scope: {},
          goal: { checks: [id] },
        }),
      );
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section>
      <h3>How components stand</h3>
      {!preview && (
        <Button
          size="small"
          variant="secondary"
          isDisabled={isBusy}
          onPress={count}
        >
          {isBusy ? 'Counting …' : 'Count them'}
        </Button>
      )}
      <div role="status">
        {error && isForbidden(error) && (
          <PanelForbidden title="You can’t count components." />
        )}
        {error && !isForbidden(error) && (
          <PanelNotice tone="warning">
            They could not be counted: {error.message}
          </PanelNotice>
        )}
        {preview && (
          <>
            <p>
              Of the {formatCount(preview.overall.total, 'component')} with{' '}
              {use.title} that you may see:
            </p>
            <ul className={styles.standings}>
              {COUNTED.map(standing => (
                <li key={standing}>
                  <StandingMark standing={standing} />{' '}
                  {preview.overall.standings[standing]}
                </li>
              ))}
            </ul>
            <ul className={styles.rows}>
              {preview.items.map(({ entityRef, standing }) => (
                <li key={entityRef}>
                  <EntityRefLink
                    entityRef={entityRef}
                    defaultKind="component"
                    hideIcon
                  />
                  <StandingMark standing={standing} />
                </li>
              ))}
            </ul>
            {preview.overall.total > preview.items.length && (
              <p>
                The first {preview.items.length} by name. A campaign lists all.
              </p>
            )}
          </>
        )}
      </div>
    </section>
  );
}
