import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { BgProvider, Button } from '@backstage/ui';
import {
  EntityChampions,
  ScopeCoverage,
} from '@synchrony/backstage-plugin-champions-common';
import {
  formatCount,
  LivePanel,
  OwnerChip,
  PersonChip,
  SidePanel,
} from '@synchrony/ui';
import { useState } from 'react';
import { useEntityChampions } from '../../api';
import { NominateDialog } from '../dialogs';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { dayWords, SHORT_REASON_WORDS, tierName } from '../../words';
import { LookTag } from './LookIcon';
import { lookOf } from './teamLook';
import panel from '../programme.module.css';

/** Where a champion could stand for a team, from near to far. */
function Chain(props: { champions: EntityChampions }) {
  const { scopeRef, scopes } = props.champions;
  return (
    <>
      <h3 className={panel.heading}>Where a champion can stand</h3>
      <ol className={panel.list}>
        {scopes.map(ref => (
          <li key={ref}>
            <EntityRefLink entityRef={ref} defaultKind="group" hideIcon />
            {ref === scopeRef && ' · this one counts'}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Who a team can turn to, where that comes from, and what can be done. */
export function TeamPanel(props: {
  team: ScopeCoverage;
  onClose: () => void;
  returnFocus: () => HTMLElement | null | undefined;
}) {
  const { onClose, returnFocus, team } = props;
  const [isNominating, setNominating] = useState(false);
  const live = useEntityChampions(team.groupRef);
  return (
    <SidePanel
      title={team.title}
      kicker={<LookTag look={lookOf(team)} />}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <BgProvider bg="neutral-1">
        <div className={panel.form}>
          {team.reasons.length > 0 && (
            <p className={panel.line}>
              Why:{' '}
              {team.reasons
                .map(reason => SHORT_REASON_WORDS[reason])
                .join(', ')}
              {team.endsAt && ` on ${dayWords(team.endsAt)}`}
            </p>
          )}
          <dl className={panel.facts}>
            <dt>Contact</dt>
            <dd>
              {team.primary ? (
                <PersonChip entityRef={team.primary} />
              ) : (
                'nobody who may be named'
              )}
            </dd>
            <dt>Deputies</dt>
            <dd>
              {team.deputies.length === 0
                ? 'none'
                : team.deputies.map(ref => (
                    <PersonChip key={ref} entityRef={ref} />
                  ))}
            </dd>
            {team.inheritedFrom && (
              <>
                <dt>Inherited from</dt>
                <dd>
                  <OwnerChip entityRef={team.inheritedFrom} />
                </dd>
              </>
            )}
            <dt>{formatCount(team.components, 'component')}</dt>
            <dd>
              {Object.entries(team.tiers)
                .filter(([, count]) => count > 0)
                .map(([tier, count]) => `${count} ${tierName(tier)}`)
                .join(', ') || 'none in the catalog'}
            </dd>
            <dt>Page of the team</dt>
            <dd>
              <EntityRefLink
                entityRef={team.groupRef}
                title={team.title}
                defaultKind="group"
                hideIcon
              />
            </dd>
          </dl>
          <LivePanel
            live={live}
            subject="Champions of this team"
            height={140}
            forbidden={<ProgrammeForbidden what="who could be champion here" />}
          >
            {champions => (
              <>
                <Chain champions={champions} />
                {champions.mayNominate && (
                  <div className={panel.buttons}>
                    <Button
                      size="small"
                      variant="secondary"
                      onPress={() => setNominating(true)}
                    >
                      Nominate for {team.title}
                    </Button>
                  </div>
                )}
              </>
            )}
          </LivePanel>
        </div>
        {isNominating && (
          <NominateDialog
            scopeRef={team.groupRef}
            onClose={() => setNominating(false)}
            onDone={live.reload}
          />
        )}
      </BgProvider>
    </SidePanel>
  );
}
