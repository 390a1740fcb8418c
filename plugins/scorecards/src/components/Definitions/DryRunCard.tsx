import { BgProvider, Button, TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import cards from '../Portfolio/Portfolio.module.css';
import styles from './Definitions.module.css';
import { DryRunOutcome } from './DryRunOutcome';
import { useDryRun } from './useDryRun';

/** Shows who would change level by definitions that are not in use. */
export function DryRunCard() {
  const [text, setText] = useState('');
  const dryRun = useDryRun();
  return (
    <section className={cards.card} aria-labelledby="dry-run">
      <h2 id="dry-run">Dry run</h2>
      <p className={cards.sub}>
        Paste checks or a scorecard as they would be in the file. They are tried
        on today’s facts; nothing is stored or activated.
      </p>
      <div className={styles.editor}>
        <BgProvider bg="neutral-1">
          <TextAreaField
            label="Definitions in YAML"
            rows={14}
            value={text}
            onChange={setText}
          />
        </BgProvider>
        <Button
          variant="primary"
          isDisabled={dryRun.isBusy || text.trim() === ''}
          onPress={() => dryRun.run({ text })}
        >
          {dryRun.isBusy ? 'Evaluating …' : 'Dry run'}
        </Button>
      </div>
      <DryRunOutcome dryRun={dryRun} />
    </section>
  );
}
