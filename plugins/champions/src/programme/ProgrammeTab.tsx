import { BgProvider, Container } from '@backstage/ui';
import {
  MyChampionship,
  ProgrammeOverview,
} from '@synchrony/backstage-plugin-champions-common';
import { LiveData } from '@synchrony/ui';
import { ReactNode } from 'react';
import { ProgrammeHead } from './ProgrammeHead';
import { useMe, useOverview } from './useProgramme';
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
  const me = useMe();
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
