import { LevelDistribution } from '@synchrony/ui';
import { Card } from '../../parts';
import type { TeamTabProps } from '../TeamPage';
import { EntitiesPanel } from './EntitiesPanel';
import { levelCounts } from './levelName';
import styles from '../team.module.css';

/** All entities in scope, and how many stood and stand at each level. */
export function EntitiesTab(props: TeamTabProps) {
  return (
    <Card title="Entities in scope">
      <EntitiesPanel team={props.team}>
        {({ levels, levelsAtStart, scorecardTitle }) => (
          <>
            {scorecardTitle && (
              <p className={styles.quiet}>Levels of “{scorecardTitle}”</p>
            )}
            <div className={styles.halves}>
              <div>
                <h4>At the start</h4>
                <LevelDistribution counts={levelCounts(levelsAtStart)} />
              </div>
              <div>
                <h4>Now</h4>
                <LevelDistribution counts={levelCounts(levels)} />
              </div>
            </div>
          </>
        )}
      </EntitiesPanel>
    </Card>
  );
}
