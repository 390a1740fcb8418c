import { useApi } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Button, TextAreaField } from '@backstage/ui';
import { TeamBrief } from '@synchrony/backstage-plugin-champions-common';
import { formatExactTime, SafeMarkdown } from '@synchrony/ui';
import { useState } from 'react';
import { championsApiRef, useRequest } from '../../api';
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

/** The text of a brief beside what it looks like. */
export function BriefForm(props: { brief: TeamBrief; onChanged: () => void }) {
  const { brief, onChanged } = props;
  const { isEdited, mayEdit, month, scopeRef, version } = brief;
  const api = useApi(championsApiRef);
  const [text, setText] = useState(brief.text);
  const [said, setSaid] = useState('');
  const { isBusy, problem, send } = useRequest();
  const save = () =>
    send(async () => {
      await api.saveBrief(scopeRef, month, text, version);
      setSaid('Saved.');
      onChanged();
    });
  const reset = () =>
    send(async () => {
      await api.resetBrief(scopeRef, month);
      setSaid('Back to the draft.');
      onChanged();
    });
  return (
    <div className={styles.stack}>
      <Figures figures={brief.figures} />
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
      <ProblemNote problem={problem} onReload={onChanged} />
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
