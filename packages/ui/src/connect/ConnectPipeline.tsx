import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { CopyableCode } from '../code';
import { reportCommands } from './reportCommands';
import styles from './ConnectPipeline.module.css';

/** @public */
export interface ConnectPipelineProps {
  entityRef: string;
}

/**
 * The steps to the first report of an entity: the command for its pipeline
 * with its own ref, by the CLI or by curl.
 *
 * @public
 */
export function ConnectPipeline(props: ConnectPipelineProps) {
  const { entityRef } = props;
  const discovery = useApi(discoveryApiRef);
  const [ingestionUrl, setIngestionUrl] = useState<string>();

  useEffect(() => {
    let current = true;
    discovery.getBaseUrl('ingestion').then(url => {
      if (current) {
        setIngestionUrl(url);
      }
    });
    return () => {
      current = false;
    };
  }, [discovery]);

  if (!ingestionUrl) {
    return null;
  }
  const { cli, curl } = reportCommands({ ingestionUrl, entityRef });
  return (
    <ol className={styles.steps}>
      <li>
        <span className={styles.text}>
          <span>
            Put a token that may submit reports into the pipeline as{' '}
            <code>SYNCHRONY_TOKEN</code>.
          </span>
        </span>
      </li>
      <li>
        <div className={styles.text}>
          <span>Send the scanner's report at the end of the scan job.</span>
          <span className={styles.label}>With the CLI</span>
          <CopyableCode code={cli} label="CLI command" />
          <span className={styles.label}>or with curl</span>
          <CopyableCode code={curl} label="curl command" />
        </div>
      </li>
      <li>
        <span className={styles.text}>
          Run the pipeline. This page updates by itself, seconds after the
          report has arrived.
        </span>
      </li>
    </ol>
  );
}
