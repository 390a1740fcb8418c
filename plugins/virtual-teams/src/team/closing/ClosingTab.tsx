import { Button } from '@backstage/ui';
import { PanelEmpty } from '@synchrony/ui';
import { useState } from 'react';
import { Card } from '../../parts';
import { MeasureScale } from '../measures';
import type { TeamTabProps } from '../TeamPage';
import { OpenWork } from './OpenWork';
import { OutcomeDialog } from './OutcomeDialog';
import { OutcomeRecord } from './OutcomeRecord';
import { ThanksDialog } from './ThanksDialog';
import styles from '../team.module.css';

/** What came of the team, who takes over, and what still blocks its end. */
export function ClosingTab(props: TeamTabProps) {
  const { onChanged, team } = props;
  const [opened, setOpened] = useState<'outcome' | 'thanks'>();
  const close = () => setOpened(undefined);
  const isClosing = team.status === 'closing';
  return (
    <>
      {isClosing && <OpenWork team={team} />}
      <Card
        title="Outcome"
        action={
          team.isLead && (
            <span className={styles.row}>
              {isClosing && (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => setOpened('outcome')}
                >
                  {team.outcomeRecord
                    ? 'Change the outcome'
                    : 'Write down the outcome'}
                </Button>
              )}
              <Button
                size="small"
                variant="secondary"
                onPress={() => setOpened('thanks')}
              >
                Thank members
              </Button>
            </span>
          )
        }
      >
        {team.outcomeRecord ? (
          <OutcomeRecord outcome={team.outcomeRecord} />
        ) : (
          <PanelEmpty title="Nothing is written down yet">
            The lead writes what came of it before the team is archived.
          </PanelEmpty>
        )}
        {team.charter.measures.length > 0 && <h4>Measures</h4>}
        {team.charter.measures.map(measure => (
          <MeasureScale key={measure.id} measure={measure} />
        ))}
      </Card>
      {opened === 'outcome' && (
        <OutcomeDialog team={team} onDone={onChanged} onClose={close} />
      )}
      {opened === 'thanks' && (
        <ThanksDialog team={team} onDone={onChanged} onClose={close} />
      )}
    </>
  );
}
