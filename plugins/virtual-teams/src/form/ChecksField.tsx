import { Button, Combobox } from '@backstage/ui';
import { LivePanel, PanelForbidden } from '@synchrony/ui';
import { useState } from 'react';
import { useCheckDefinitions } from '../api';
import styles from './form.module.css';

const MOST_CHECKS = 30;

/** Chooses checks of scorecards that the team is to have pass. */
export function ChecksField(props: {
  checkIds: string[];
  onChange: (checkIds: string[]) => void;
}) {
  const { checkIds, onChange } = props;
  const live = useCheckDefinitions();
  const [hasChanged, setChanged] = useState(false);
  const change = (next: string[]) => {
    setChanged(true);
    onChange(next);
  };
  const titleOf = (checkId: string) =>
    live.value?.checks.find(({ id }) => id === checkId)?.title ?? checkId;
  return (
    <fieldset>
      <legend>Checks that it is to have pass (optional)</legend>
      <div className={styles.fields}>
        {checkIds.length > 0 && (
          <ul className={styles.list} aria-label="Checks: chosen">
            {checkIds.map(id => (
              <li key={id}>
                <span title={id}>{titleOf(id)}</span>{' '}
                <Button
                  size="small"
                  variant="tertiary"
                  aria-label={`Remove the check: ${titleOf(id)}`}
                  onPress={() => change(checkIds.filter(each => each !== id))}
                >
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        )}
        {checkIds.length < MOST_CHECKS && (
          <LivePanel
            live={live}
            subject="Checks"
            height={64}
            forbidden={
              <PanelForbidden title="You can't see which checks there are.">
                Those that were chosen stay.
              </PanelForbidden>
            }
            notFound={
              <p className={styles.quiet}>This portal has no scorecards.</p>
            }
          >
            {({ checks }) => (
              <Combobox
                key={checkIds.length}
                // Each choice makes a new field, which goes on where the last one was.
                // eslint-disable-next-line jsx-a11y/no-autofocus
                autoFocus={hasChanged}
                menuTrigger="input"
                label="Add a check"
                description="Charts of gaps show that the team works on it"
                size="small"
                placeholder="Type a name"
                options={checks
                  .filter(({ id }) => !checkIds.includes(id))
                  .map(({ id, title }) => ({
                    id,
                    label: title,
                    description: id,
                  }))}
                onChange={key => key && change([...checkIds, String(key)])}
              />
            )}
          </LivePanel>
        )}
      </div>
    </fieldset>
  );
}
