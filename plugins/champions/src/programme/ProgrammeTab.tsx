import { BgProvider, Container } from '@backstage/ui';
import {
  MyChampionship,
  ProgrammeOverview,
} from '@synchrony/backstage-plugin-champions-common';
import { LiveData } from '@synchrony/ui';
import { ReactNode } from 'react';
import { useMyChampionship } from '../api';
import { ProgrammeHead } from './ProgrammeHead';
import { useOverview } from './useProgramme';
import styles from './programme.module.css';

/** What every tab knows of the programme and of its reader. */
export interface ProgrammeKnown {
  overview: LiveData<ProgrammeOverview>;
  me: LiveData<MyChampionship>;
}

/** A tab of the programme below the sentence and the actions of all of them. */
export function ProgrammeTab(props: {
  children: (known: ProgrammeKnown) => ReactNode;
}) {
  const overview = useOverview();
  const me = useMyChampionship();
  return (
    <main>
      <Container>
        <div className={styles.stack}>
          <ProgrammeHead overview={overview} me={me} />
          <BgProvider bg="neutral-1">
            {props.children({ overview, me })}
          </BgProvider>
        </div>
      </Container>
    </main>
  );
}
