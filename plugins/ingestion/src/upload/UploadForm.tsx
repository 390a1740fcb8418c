import { useApi } from '@backstage/frontend-plugin-api';
import { Button, TextField } from '@backstage/ui';
import { useId, useState } from 'react';
import { useRequest } from '@synchrony/ui';
import { reportUploadApiRef } from '../api';
import { ComponentPicker } from '../entityPicker';
import panel from '../panel/panel.module.css';
import styles from './upload.module.css';

type UploadFormProps = {
  entityRef?: string;
  onSent(reportId: string): void;
  onCancel(): void;
};

/** Which report is sent, and of what. */
export function UploadForm(props: UploadFormProps) {
  const { onCancel, onSent } = props;
  const api = useApi(reportUploadApiRef);
  const [entityRef, setEntityRef] = useState(props.entityRef);
  const [file, setFile] = useState<File>();
  const [tool, setTool] = useState('');
  const [category, setCategory] = useState('');
  const [ref, setRef] = useState('');
  const inputId = useId();
  const { isBusy, problem, send } = useRequest();
  const upload = () =>
    send(async () => {
      if (entityRef && file) {
        const { reportId } = await api.uploadReport(
          {
            entityRef,
            tool: tool.trim() || undefined,
            category: category.trim() || undefined,
            ref: ref.trim() || undefined,
          },
          file,
        );
        onSent(reportId);
      }
    });
  return (
    <div className={panel.form}>
      <p className={styles.text}>
        It is sent in your name, for something that you or your groups own.
        Everything that is missing in a complete report counts as gone.
      </p>
      {props.entityRef ? (
        <p className={styles.text}>
          For <code>{props.entityRef}</code>
        </p>
      ) : (
        <ComponentPicker label="Component" onChange={setEntityRef} />
      )}
      <div className={styles.file}>
        <label htmlFor={inputId}>Report</label>
        <input
          id={inputId}
          type="file"
          aria-describedby={`${inputId}-hint`}
          onChange={event => setFile(event.target.files?.[0])}
        />
        <span id={`${inputId}-hint`} className={panel.quiet}>
          As the tool wrote it. The format is recognised by its content.
        </span>
      </div>
      <TextField
        label="Tool"
        description="Where the report does not name it, or another way than the pipeline."
        value={tool}
        onChange={setTool}
      />
      <TextField
        label="Category"
        description="Tells several scans of one tool apart, e.g. web and api."
        value={category}
        onChange={setCategory}
      />
      <TextField
        label="Branch or tag"
        description="Without one it counts as the default branch."
        value={ref}
        onChange={setRef}
      />
      {problem && (
        <p role="alert" className={panel.problem}>
          {problem.message}
          {problem.place && (
            <span className={styles.place}>at {problem.place}</span>
          )}
        </p>
      )}
      <div className={panel.buttons}>
        <Button
          variant="primary"
          isDisabled={isBusy || !entityRef || !file}
          onPress={upload}
        >
          {isBusy ? 'Sending…' : 'Send'}
        </Button>
        <Button variant="secondary" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
