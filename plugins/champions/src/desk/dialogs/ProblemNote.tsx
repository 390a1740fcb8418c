import { Button } from '@backstage/ui';
import { Problem } from '@synchrony/ui';
import styles from './dialogs.module.css';

/** Why something was not done; after a conflict, a way to see what is new. */
export function ProblemNote(props: {
  problem: Problem | undefined;
  onReload: () => void;
}) {
  const { onReload, problem } = props;
  if (!problem) {
    return null;
  }
  return (
    <div role="alert" className={styles.buttons}>
      <span className={styles.problem}>
        {problem.isConflict
          ? 'Not done: it was changed meanwhile.'
          : `Not done: ${problem.message}`}
      </span>
      {problem.isConflict && (
        <Button size="small" variant="secondary" onPress={onReload}>
          Reload
        </Button>
      )}
    </div>
  );
}
