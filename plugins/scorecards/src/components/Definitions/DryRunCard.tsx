import { useApi } from '@backstage/frontend-plugin-api';
import { BgProvider, Button, TextAreaField } from '@backstage/ui';
import { DryRun } from '@synchrony/backstage-plugin-scorecards-common';
import { PanelNotice } from '@synchrony/ui';
import { useState } from 'react';
import { definitionsApiRef } from '../../api';
import cards from '../Portfolio/Portfolio.module.css';
import { ProblemList } from '../ProblemList';
import styles from './Definitions.module.css';
import { DryRunResult } from './DryRunResult';

/** Shows who would change level by definitions that are not in use. */
export function DryRunCard() {
  const api = useApi(definitionsApiRef);
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<DryRun>();
  const [failure, setFailure] = useState<string>();
  const run = async () => {
    setBusy(true);
    setFailure(undefined);
    setResult(undefined);
    try {
      setResult(await api.dryRun({ text }));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
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
          isDisabled={isBusy || text.trim() === ''}
          onPress={run}
        >
          {isBusy ? 'Evaluating …' : 'Dry run'}
        </Button>
      </div>
      <div role="status">
        {failure && <PanelNotice tone="warning">{failure}</PanelNotice>}
        {result && result.problems.length > 0 && (
          <PanelNotice tone="warning">
            Nothing was evaluated.
            <ProblemList problems={result.problems} />
          </PanelNotice>
        )}
        {result &&
          result.problems.length === 0 &&
          result.scorecards.length === 0 && (
            <PanelNotice tone="info">
              No scorecard would change: none has these checks.
            </PanelNotice>
          )}
      </div>
      {result?.scorecards.map(scorecard => (
        <DryRunResult key={scorecard.id} scorecard={scorecard} />
      ))}
    </section>
  );
}
