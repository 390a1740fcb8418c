import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { teamCreatePermission } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty, PanelPartial } from '@synchrony/ui';
import { useProposals, useSkills } from '../../api';
import { DirectoryTab } from '../DirectoryTab';
import { TeamsForbidden } from '../TeamsForbidden';
import { ProposalCard } from './ProposalCard';
import styles from '../directory.module.css';

/** Teams that gaps of several platforms in common speak for. */
export function ProposalsTab() {
  const [params] = useAppSearchParams();
  const highlighted = params.get('proposal');
  const { allowed } = usePermission({ permission: teamCreatePermission });
  const skills = useSkills().value?.items ?? [];
  const live = useProposals();
  return (
    <DirectoryTab>
      <section className={styles.side} aria-label="Proposals">
        <p className={styles.line}>
          Where several platforms fail the same check, a team of theirs may get
          further than each alone. Nothing starts by itself.
        </p>
        <LivePanel
          live={live}
          subject="Proposals"
          height={360}
          cards={3}
          forbidden={<TeamsForbidden what="proposals" />}
        >
          {({ items, missing }) => (
            <>
              {missing.length > 0 && (
                <PanelPartial>
                  Not all could be asked, so there may be more:{' '}
                  {missing.join(', ')}
                </PanelPartial>
              )}
              {items.length === 0 ? (
                <PanelEmpty title="Nothing speaks for a team now">
                  {missing.length > 0
                    ? 'Of what could be asked.'
                    : 'No check fails on several platforms at once.'}
                </PanelEmpty>
              ) : (
                <ul className={styles.cards}>
                  {items.map(proposal => (
                    <li key={proposal.id}>
                      <ProposalCard
                        proposal={proposal}
                        skills={skills}
                        canPropose={allowed}
                        isHighlighted={proposal.id === highlighted}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </>
          )}
        </LivePanel>
      </section>
    </DirectoryTab>
  );
}
