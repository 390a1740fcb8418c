import { BgProvider, Container } from '@backstage/ui';
import { ReactNode } from 'react';
import { DirectoryHead } from './DirectoryHead';
import styles from './directory.module.css';

/** A tab of the directory below the sentence and the actions of all of them. */
export function DirectoryTab(props: { children: ReactNode }) {
  return (
    <main>
      <Container>
        <div className={styles.stack}>
          <DirectoryHead />
          <BgProvider bg="neutral-1">{props.children}</BgProvider>
        </div>
      </Container>
    </main>
  );
}
