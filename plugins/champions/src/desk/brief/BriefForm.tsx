import { useApi } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Button, TextAreaField } from '@backstage/ui';
import { TeamBrief } from '@synchrony/backstage-plugin-champions-common';
import { formatExactTime, SafeMarkdown, useRequest } from '@synchrony/ui';
import { useState } from 'react';
import { championsApiRef } from '../../api';
import { ProblemNote } from '../dialogs';
import { BriefDownloads } from './BriefDownloads';
import { Figures } from './Figures';
import styles from '../desk.module.css';

const ROWS = 18;

function AsOf({ brief }: { brief: TeamBrief }) {
  return (
    <p className={styles.sub}>
      Numbers as of {formatExactTime(brief.asOf)}.{' '}
      {brief.isEdited && brief.editedAt && (
        <>
          Edited {formatExactTime(brief.editedAt)}
          {brief.editedBy && (
            <>
              {' '}
              by <EntityDisplayName entityRef={brief.editedBy} hideIcon />
            </>
          )}
          ; the text keeps the numbers that it was written with.
        </>
      )}
      {!brief.isEdited && 'Drafted from these numbers.'}
    </p>
  );
}

/**
 * The text of a brief beside what it looks like. It keeps to the version that
 * it was opened with, so that nothing that is being written gets lost.
 */
export function BriefForm(props: { opened: TeamBrief }) {
  const api = useApi(championsApiRef);
  const [brief, setBrief] = useState(props.opened);
  const [text, setText] = useState(brief.text);
  const [said, setSaid] = useState('');
  const { isBusy, problem, send } = useRequest();
  const { isEdited, mayEdit, month, scopeRef, version } = brief;
  const take = (next: TeamBrief, words: string) => {
    setBrief(next);
    setText(next.text);
    setSaid(words);
  };
  const save = () =>
    send(async () =>
      take(await api.saveBrief(scopeRef, month, text, version), 'Saved.'),
    );
  const reload = () =>
    send(async () => take(await api.getBrief(scopeRef, month), 'Reloaded.'));
  const reset = () =>
    send(async () => {
      await api.resetBrief(scopeRef, month);
      take(await api.getBrief(scopeRef, month), 'Back to the draft.');
    });
  return (
    <div className={styles.stack}>
      <Figures brief={brief} />
      <AsOf brief={brief} />
      <div className={mayEdit ? styles.editor : undefined}>
        {mayEdit && (
          <TextAreaField
            label="Text, as Markdown"
            rows={ROWS}
            value={text}
            onChange={setText}
          />
        )}
        <section className={styles.preview} aria-label="Preview">
          <h3>{mayEdit ? 'What it looks like' : 'The brief'}</h3>
          <SafeMarkdown content={text} />
        </section>
      </div>
      <ProblemNote problem={problem} onReload={reload} />
      {problem?.isConflict && (
        <p className={styles.sub}>
          Reloading replaces your text by the one that was saved; copy yours
          first.
        </p>
      )}
      <div className={styles.buttons}>
        {mayEdit && (
          <Button
            size="small"
            variant="primary"
            isDisabled={isBusy || text === brief.text}
            onPress={save}
          >
            Save
          </Button>
        )}
        {mayEdit && isEdited && (
          <Button
            size="small"
            variant="tertiary"
            isDisabled={isBusy}
            onPress={reset}
          >
            Back to the draft
          </Button>
        )}
        <BriefDownloads scopeRef={scopeRef} month={month} text={text} />
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
