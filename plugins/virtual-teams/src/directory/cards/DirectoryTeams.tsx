import { Button } from '@backstage/ui';
import { TeamSummary } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty } from '@synchrony/ui';
import { useState } from 'react';
import { useTeams } from '../../api';
import { AskGuild, ShowMore } from '../parts';
import { NeedDialog, OfferDialog } from '../roles';
import { TeamsForbidden } from '../TeamsForbidden';
import { queryOf, useDirectoryAddress } from '../useDirectoryAddress';
import { FilterBar } from './FilterBar';
import { TeamCard } from './TeamCard';
import styles from '../directory.module.css';

/** The teams that one may see, by filters. */
export function DirectoryTeams() {
  const address = useDirectoryAddress();
  const live = useTeams(queryOf(address.filter));
  const [offered, setOffered] = useState<TeamSummary>();
  const [isNeed, setNeed] = useState(false);
  return (
    <section aria-label="Teams" className={styles.side}>
      <FilterBar
        key={address.filter.q ?? ''}
        filter={address.filter}
        facets={live.value?.facets}
        onChange={address.change}
      />
      <LivePanel
        live={live}
        subject="Teams"
        height={480}
        cards={6}
        forbidden={<TeamsForbidden what="virtual teams" />}
      >
        {({ items, pageInfo, totalItems }) =>
          items.length === 0 ? (
            <PanelEmpty
              title={
                address.isFiltered ? 'No team matches' : 'There is no team yet'
              }
              action={
                <>
                  {address.isFiltered && (
                    <Button
                      size="small"
                      variant="secondary"
                      onPress={address.clear}
                    >
                      Clear the filters
                    </Button>
                  )}
                  <Button
                    size="small"
                    variant="secondary"
                    onPress={() => setNeed(true)}
                  >
                    Post a need
                  </Button>
                  <AskGuild />
                </>
              }
            >
              Say what you are looking for, and those who could help hear of it.
            </PanelEmpty>
          ) : (
            <>
              <ul className={styles.cards}>
                {items.map(team => (
                  <li key={team.teamRef}>
                    <TeamCard team={team} onOffer={setOffered} />
                  </li>
                ))}
              </ul>
              <ShowMore
                shown={items.length}
                total={totalItems}
                noun="team"
                hasMore={pageInfo.nextCursor !== undefined}
                isLoading={live.isLoading}
                onMore={live.showMore}
              />
            </>
          )
        }
      </LivePanel>
      {offered && (
        <OfferDialog
          teamRef={offered.teamRef}
          teamTitle={offered.title}
          onDone={live.reload}
          onClose={() => setOffered(undefined)}
        />
      )}
      {isNeed && <NeedDialog onClose={() => setNeed(false)} />}
    </section>
  );
}
