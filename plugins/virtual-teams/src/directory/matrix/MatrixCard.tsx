import { ToggleButton } from '@backstage/ui';
import { hatchClassName, LivePanel, PanelEmpty } from '@synchrony/ui';
import { useState } from 'react';
import { useMatrix } from '../../api';
import { TeamsForbidden } from '../TeamsForbidden';
import { useTeamPaths } from '../useTeamPaths';
import { MatrixGrid } from './MatrixGrid';
import { MatrixTable } from './MatrixTable';
import card from '../directory.module.css';
import styles from './matrix.module.css';

function Legend() {
  return (
    <ul className={styles.legend} aria-label="Legend">
      <li>
        <span className={`${styles.sample} ${styles.some}`} /> people who opted
        in
      </li>
      <li>
        <span className={`${styles.sample} ${styles.wanted}`} /> open role here
      </li>
      <li>
        <span className={`${styles.sample} ${hatchClassName}`} /> ? nobody opted
        in: unknown, not absent
      </li>
      <li>0: those who opted in lack the skill</li>
    </ul>
  );
}

/** Which skills are scarce on which platform, of people who chose to be found. */
export function MatrixCard() {
  const { directory } = useTeamPaths();
  const live = useMatrix();
  const [isTable, setTable] = useState(false);
  const finderPath = (skill: string, platform: string) =>
    `${directory}/expertise?${new URLSearchParams({ skill, platform })}`;
  return (
    <section className={card.card} aria-labelledby="skills-by-platform">
      <div className={card.head}>
        <div>
          <h2 id="skills-by-platform">Skills by platform</h2>
          <p className={card.sub}>only people who chose to be found</p>
        </div>
        <ToggleButton size="small" isSelected={isTable} onChange={setTable}>
          Table
        </ToggleButton>
      </div>
      <LivePanel
        live={live}
        subject="Skills by platform"
        height={300}
        forbidden={<TeamsForbidden what="who has which skill" />}
      >
        {matrix =>
          matrix.skills.length === 0 || matrix.platforms.length === 0 ? (
            <PanelEmpty title="Nobody has opted in yet">
              What is missing here is unknown, not absent.
            </PanelEmpty>
          ) : (
            <>
              {isTable ? (
                <MatrixTable matrix={matrix} finderPath={finderPath} />
              ) : (
                <MatrixGrid matrix={matrix} finderPath={finderPath} />
              )}
              <Legend />
            </>
          )
        }
      </LivePanel>
    </section>
  );
}
