import { BgProvider, Container } from '@backstage/ui';
import {
  ChampionMeetings,
  MyChampionship,
  ProgrammeOverview,
} from '@synchrony/backstage-plugin-champions-common';
import { LiveData } from '@synchrony/ui';
import { ReactNode } from 'react';
import { useMeetings, useMyChampionship } from '../api';
import { ProgrammeHead } from './ProgrammeHead';
import { useOverview } from './useProgramme';
import styles from './programme.module.css';

/** What every tab knows of the programme and of its reader. */
export interface ProgrammeKnown {
  overview: LiveData<ProgrammeOverview>;
  me: LiveData<MyChampionship>;
  meetings: LiveData<ChampionMeetings>;
}

/** A tab of the programme below the sentence and the actions of all of them. */
export function ProgrammeTab(props: {
  children: (known: ProgrammeKnown) => ReactNode;
}) {
  const overview = useOverview();
  const me = useMyChampionship();
  const known = { overview, me, meetings: useMeetings() };
  return (
    <main>
      <Container>
        <div className={styles.stack}>
          <ProgrammeHead {...known} />
          <BgProvider bg="neutral-1">{props.children(known)}</BgProvider>
        </div>
      </Container>
    </main>
  );
}
