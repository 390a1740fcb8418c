import { Button } from '@backstage/ui';
import { DiscoveryPage } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty } from '@synchrony/ui';
import { useState } from 'react';
import { useDiscovery } from '../../api';
import { UNDERSTOOD_WORDS } from '../../words';
import { DirectoryTab } from '../DirectoryTab';
import { FindableNote } from '../FindableNote';
import { AskGuild, ShowMore } from '../parts';
import { NeedDialog } from '../roles';
import { TeamsForbidden } from '../TeamsForbidden';
import { FinderFilters } from './FinderFilters';
import { Hits } from './Hits';
import { InviteDialog } from './InviteDialog';
import { useFinderAddress } from './useFinderAddress';
import styles from '../directory.module.css';

function Understood({ words }: { words: DiscoveryPage['understood'] }) {
  return words.length > 0 ? (
    <ul className={styles.chips} aria-label="How your words were read">
      {words.map(({ from, how, skillId, skillName }) => (
        <li key={`${from} ${skillId}`}>
          {from} → <strong>{skillName}</strong>, {UNDERSTOOD_WORDS[how]}
        </li>
      ))}
    </ul>
  ) : null;
}

/** Finds people who chose to be found, teams and open roles by skill. */
export function FinderTab() {
  const address = useFinderAddress();
  const live = useDiscovery(address.query);
  const [invited, setInvited] = useState<string>();
  const [isNeed, setNeed] = useState(false);
  return (
    <DirectoryTab>
      <section className={styles.card} aria-labelledby="finder">
        <h2 id="finder">Find expertise</h2>
        <p className={styles.sub}>
          Only people who chose to be found, by what they say of themselves.
          Whoever is not here is unknown, not without skill.
        </p>
        <FinderFilters
          key={address.q ?? ''}
          address={address}
          facets={live.value?.facets}
        />
        <LivePanel
          live={live}
          subject="Expertise"
          height={360}
          cards={3}
          forbidden={<TeamsForbidden what="who has which skill" />}
        >
          {page => (
            <>
              <Understood words={page.understood} />
              {page.items.length === 0 ? (
                <PanelEmpty
                  title="Nobody who opted in matches"
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
                  That is unknown, not absent: many have not said what they can.
                </PanelEmpty>
              ) : (
                <>
                  <Hits hits={page.items} onInvite={setInvited} />
                  <ShowMore
                    shown={page.items.length}
                    total={page.totalItems}
                    isAtLeast={page.totalIsLowerBound}
                    noun="hit"
                    hasMore={page.pageInfo.nextCursor !== undefined}
                    isLoading={live.isLoading}
                    onMore={live.showMore}
                  />
                </>
              )}
            </>
          )}
        </LivePanel>
      </section>
      <FindableNote />
      {invited && (
        <InviteDialog
          userRef={invited}
          skillId={address.skill}
          onClose={() => setInvited(undefined)}
        />
      )}
      {isNeed && (
        <NeedDialog skillId={address.skill} onClose={() => setNeed(false)} />
      )}
    </DirectoryTab>
  );
}
