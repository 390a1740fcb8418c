import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { EvidencePackFormat } from '@synchrony/backstage-plugin-scorecards-common';
import { saveFile, useRequest } from '@synchrony/ui';
import { evidenceApiRef } from '../../api';
import styles from './Evidence.module.css';

const FORMATS: [EvidencePackFormat, string, string][] = [
  ['json', 'JSON', 'json'],
  ['markdown', 'Markdown', 'md'],
  ['csv', 'CSV', 'csv'],
];

/** Saves the pack that is shown as a file, as the back end wrote it. */
export function Downloads(props: { entityRef: string; at: string }) {
  const { at, entityRef } = props;
  const api = useApi(evidenceApiRef);
  const { isBusy, problem, send } = useRequest();
  const name = `evidence-${entityRef}-${at}`.replace(/[^\w.-]/g, '-');
  return (
    <>
      <div className={styles.buttons} role="group" aria-label="Download">
        {FORMATS.map(([format, label, extension]) => (
          <Button
            key={format}
            size="small"
            variant={format === 'json' ? 'primary' : 'secondary'}
            isPending={isBusy}
            iconStart={<RiDownloadLine aria-hidden="true" />}
            onPress={() =>
              send(async () =>
                saveFile(
                  `${name}.${extension}`,
                  await api.exportEvidencePack(entityRef, at, format),
                ),
              )
            }
          >
            {label}
          </Button>
        ))}
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          Not downloaded: {problem.message}
        </p>
      )}
    </>
  );
}
