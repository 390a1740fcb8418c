import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { CopyableCode } from '../code';
import { TextLink } from '../links';
import {
  PIPELINE_SYSTEM_LABELS,
  PIPELINE_SYSTEMS,
  PipelineSystem,
  pipelineSnippet,
} from './pipelineSnippet';
import styles from './ConnectPipeline.module.css';

/** @public */
export interface ConnectPipelineProps {
  entityRef: string;
  /** Where a token is minted. */
  tokensHref?: string;
}

/** The address of the portal's back end, once it is known. */
function useBackendUrl(): string | undefined {
  const discovery = useApi(discoveryApiRef);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let current = true;
    discovery.getBaseUrl('ingestion').then(base => {
      if (current) {
        setUrl(base.replace(/\/api\/ingestion\/?$/, ''));
      }
    });
    return () => {
      current = false;
    };
  }, [discovery]);
  return url;
}

/**
 * The steps to the first report of an entity: what its pipeline needs, and what
 * to put into it, with its own ref.
 *
 * @public
 */
export function ConnectPipeline(props: ConnectPipelineProps) {
  const { entityRef, tokensHref } = props;
  const backendUrl = useBackendUrl();
  const [system, setSystem] = useState<PipelineSystem>('github');
  if (!backendUrl) {
    return null;
  }
  return (
    <ol className={styles.steps}>
      <li>
        <div className={styles.text}>
          <span>
            {tokensHref ? (
              <TextLink href={tokensHref}>Mint an upload token</TextLink>
            ) : (
              'Mint an upload token under Ingestion › Tokens'
            )}{' '}
            and give it to the pipeline as the secret{' '}
            <code>SYNCHRONY_TOKEN</code>. <code>SYNCHRONY_URL</code> is{' '}
            <code>{backendUrl}</code>.
          </span>
        </div>
      </li>
      <li>
        <div className={styles.text}>
          <span>
            Send the scanner’s report at the end of the scan job, and ask the
            gate.
          </span>
          <ToggleButtonGroup
            aria-label="Pipeline system"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[system]}
            onSelectionChange={([key]) =>
              setSystem(PIPELINE_SYSTEMS.find(each => each === key) ?? system)
            }
          >
            {PIPELINE_SYSTEMS.map(each => (
              <ToggleButton key={each} id={each}>
                {PIPELINE_SYSTEM_LABELS[each]}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <CopyableCode
            code={pipelineSnippet(system, { entityRef, backendUrl })}
            label={`snippet for ${PIPELINE_SYSTEM_LABELS[system]}`}
          />
        </div>
      </li>
      <li>
        <span className={styles.text}>
          Run the pipeline. Findings and level of the component follow within
          seconds of its report, also on pages that are open.
        </span>
      </li>
    </ol>
  );
}
