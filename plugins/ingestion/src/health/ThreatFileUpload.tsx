import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import {
  THREAT_FILE_KINDS,
  ThreatFileAnswer,
  ThreatFileKind,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useId, useRef, useState } from 'react';
import { useRequest } from '@synchrony/ui';
import { healthApiRef } from '../api';
import { KIND_FILES, KIND_LABELS } from './threatFiles';
import panel from '../panel/panel.module.css';
import styles from './health.module.css';

const KIND_OPTIONS = THREAT_FILE_KINDS.map(kind => ({
  id: kind,
  label: KIND_LABELS[kind],
}));

type ThreatFileUploadProps = {
  onLoaded(answer: ThreatFileAnswer): void;
  /** When an upload begins. */
  onSend(): void;
};

/** Loads a newer file; a wrong one is refused with the place of its fault. */
export function ThreatFileUpload(props: ThreatFileUploadProps) {
  const { onLoaded, onSend } = props;
  const api = useApi(healthApiRef);
  const [kind, setKind] = useState<ThreatFileKind>('epss');
  const [file, setFile] = useState<File>();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const { isBusy, problem, send } = useRequest();
  const load = () =>
    send(async () => {
      if (file) {
        onSend();
        onLoaded(await api.uploadThreatFile(kind, file));
        setFile(undefined);
        if (input.current) {
          input.current.value = '';
        }
      }
    });
  return (
    <section
      className={`${panel.pad} ${panel.form}`}
      aria-labelledby={`${inputId}-title`}
    >
      <h3 id={`${inputId}-title`} className={panel.title}>
        Load a file
      </h3>
      <div className={styles.upload}>
        <Select
          label="Kind"
          options={KIND_OPTIONS}
          value={kind}
          onChange={key =>
            setKind(THREAT_FILE_KINDS.find(each => each === key) ?? kind)
          }
        />
        <div className={styles.file}>
          <label htmlFor={inputId}>File</label>
          <input
            id={inputId}
            ref={input}
            type="file"
            accept=".csv,.gz,.json,.jsonl,.ndjson"
            aria-describedby={`${inputId}-hint`}
            onChange={event => setFile(event.target.files?.[0])}
          />
        </div>
        <Button variant="secondary" isDisabled={isBusy || !file} onPress={load}>
          {isBusy ? 'Loading…' : 'Load'}
        </Button>
      </div>
      <span id={`${inputId}-hint`} className={panel.quiet}>
        {KIND_FILES[kind]}; as published, also gzipped. It is loaded whole or
        not at all.
      </span>
      {problem && (
        <p role="alert" className={panel.problem}>
          {problem.message}
        </p>
      )}
    </section>
  );
}
