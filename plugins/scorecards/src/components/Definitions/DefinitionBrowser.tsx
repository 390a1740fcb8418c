import { useApi } from '@backstage/frontend-plugin-api';
import {
  DefinitionDetails,
  ScorecardDefinitions,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  LiveData,
  PanelEmpty,
  PanelError,
  PanelLoading,
  PanelNotice,
  SidePanelLayout,
  useLiveData,
} from '@synchrony/ui';
import { ReactNode } from 'react';
import { definitionsApiRef } from '../../api';
import { checkOf } from '../../model/definitions';
import cards from '../Portfolio/Portfolio.module.css';
import { ActiveScorecards } from './ActiveScorecards';
import { CheckInfoPanel } from './CheckInfoPanel';
import { CheckList } from './CheckList';
import { DraftsCard } from './DraftsCard';
import { FaultsCard } from './FaultsCard';
import { ScorecardPanel } from './ScorecardPanel';
import {
  DefinitionAddress,
  useDefinitionAddress,
} from './useDefinitionAddress';

const POLL_MS = 60_000;

function Panel(props: {
  address: DefinitionAddress;
  details: DefinitionDetails;
  manageable: boolean;
}) {
  const { address, details, manageable } = props;
  const close = () => address.open({});
  const check = address.check && checkOf(details.checks, address.check);
  const scorecard = details.scorecards.find(
    ({ id }) => id === address.scorecard,
  );
  if (check) {
    return (
      <CheckInfoPanel
        key={`${check.id}@${check.version}`}
        check={check}
        manageable={manageable}
        onClose={close}
      />
    );
  }
  return scorecard ? (
    <ScorecardPanel key={scorecard.id} scorecard={scorecard} onClose={close} />
  ) : null;
}

/** Says that what an address leads to is not in use, or not any more. */
function NotInUse(props: {
  address: DefinitionAddress;
  details: DefinitionDetails;
}) {
  const { address, details } = props;
  const isMissing = address.check
    ? !checkOf(details.checks, address.check)
    : address.scorecard !== undefined &&
      !details.scorecards.some(({ id }) => id === address.scorecard);
  return isMissing ? (
    <PanelNotice tone="info">
      {address.check
        ? `No scorecard in use has a check ${address.check}.`
        : `No scorecard ${address.scorecard} is in use.`}
    </PanelNotice>
  ) : null;
}

function Checks(props: {
  live: LiveData<DefinitionDetails>;
  address: DefinitionAddress;
}) {
  const { address, live } = props;
  const { error, value } = live;
  const list =
    value &&
    (value.checks.length === 0 ? (
      <PanelEmpty title="No check is in use">
        Checks appear here once a scorecard in use has them.
      </PanelEmpty>
    ) : (
      <CheckList
        checks={value.checks}
        selected={
          address.check ? checkOf(value.checks, address.check) : undefined
        }
        onOpen={check => address.open({ check })}
      />
    ));
  if (error) {
    return (
      <PanelError
        title="Checks unavailable"
        error={error}
        failedAt={live.failedAt ?? new Date()}
        onRetry={live.reload}
        isRetrying={live.isLoading}
        retrySeconds={live.retrySeconds}
        lastGoodAt={live.loadedAt}
      >
        {list}
      </PanelError>
    );
  }
  return list ?? <PanelLoading what="the checks" height={320} />;
}

/** Scorecards, drafts, faults and checks, and what one of them says beside them. */
export function DefinitionBrowser(props: {
  definitions: ScorecardDefinitions;
  children: ReactNode;
}) {
  const { manageable, problems, scorecards, withheldProblems } =
    props.definitions;
  const api = useApi(definitionsApiRef);
  const address = useDefinitionAddress();
  const live = useLiveData({
    key: 'details',
    load: () => api.getDefinitionDetails(),
    pollMs: POLL_MS,
  });
  const details = live.value;
  return (
    <SidePanelLayout
      panel={
        details && (
          <Panel address={address} details={details} manageable={manageable} />
        )
      }
    >
      <div className={cards.stack}>
        {details && <NotInUse address={address} details={details} />}
        <section className={cards.card} aria-labelledby="definitions-in-use">
          <h2 id="definitions-in-use">Scorecards in use</h2>
          <p className={cards.sub}>
            Definitions are files in a repository. A version never changes; a
            changed file with a new version takes the place of the old one.
          </p>
          <ActiveScorecards
            scorecards={scorecards}
            selectedId={address.check ? undefined : address.scorecard}
            onOpen={details && (scorecard => address.open({ scorecard }))}
          />
        </section>
        {details && manageable && (
          <DraftsCard drafts={details.drafts} manageable={manageable} />
        )}
        <FaultsCard problems={problems} withheld={withheldProblems} />
        <section className={cards.card} aria-labelledby="checks-in-use">
          <h2 id="checks-in-use">Checks in use</h2>
          <Checks live={live} address={address} />
        </section>
        {props.children}
      </div>
    </SidePanelLayout>
  );
}
