import { LivePanel, SidePanelLayout } from '@synchrony/ui';
import { useRef } from 'react';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { ProgrammeTab } from '../ProgrammeTab';
import { useCoverageMap } from '../useProgramme';
import { DependenceCard } from './DependenceCard';
import { OrganisationCard } from './OrganisationCard';
import { OverviewTiles } from './OverviewTiles';
import { PipelineCard } from './PipelineCard';
import { TeamPanel } from './TeamPanel';
import { TiersCard } from './TiersCard';
import { useCoverageAddress } from './useCoverageAddress';
import { VacanciesCard } from './VacanciesCard';
import styles from './coverage.module.css';

/** How well the organisation is looked after, and where somebody is missing. */
export function CoverageTab() {
  const address = useCoverageAddress();
  const content = useRef<HTMLDivElement>(null);
  const map = useCoverageMap();
  const team = map.value?.items.find(
    ({ groupRef }) => groupRef === address.team,
  );
  return (
    <SidePanelLayout
      panel={
        team && (
          <TeamPanel
            key={team.groupRef}
            team={team}
            onClose={() => address.open(undefined)}
            returnFocus={() =>
              content.current?.querySelector<HTMLElement>(
                '[aria-expanded="true"]',
              )
            }
          />
        )
      }
    >
      <ProgrammeTab>
        {({ me, overview }) => (
          <div ref={content} className={styles.page}>
            <LivePanel
              live={overview}
              subject="Programme"
              height={110}
              forbidden={<ProgrammeForbidden what="the programme" />}
            >
              {value => (
                <OverviewTiles
                  overview={value}
                  isCaptain={me.value?.isCaptain === true}
                />
              )}
            </LivePanel>
            <div className={styles.columns}>
              <div className={styles.wide}>
                <OrganisationCard map={map} address={address} />
                <PipelineCard overview={overview.value} />
                <TiersCard overview={overview} />
              </div>
              <div className={styles.narrow}>
                <DependenceCard overview={overview} />
                <VacanciesCard />
              </div>
            </div>
          </div>
        )}
      </ProgrammeTab>
    </SidePanelLayout>
  );
}
