import { DirectoryTeams } from './cards';
import { DirectoryTab } from './DirectoryTab';
import { FindableNote } from './FindableNote';
import { MatrixCard } from './matrix';
import { OpenRolesCard } from './roles/OpenRolesCard';
import styles from './directory.module.css';

/** Which teams there are, which help they need, and which skills are scarce. */
export function TeamsTab() {
  return (
    <DirectoryTab>
      <div className={styles.columns}>
        <DirectoryTeams />
        <aside className={styles.side} aria-label="Skills and open roles">
          <MatrixCard />
          <OpenRolesCard />
          <FindableNote />
        </aside>
      </div>
    </DirectoryTab>
  );
}
