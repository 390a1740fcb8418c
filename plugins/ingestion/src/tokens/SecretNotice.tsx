import { Button } from '@backstage/ui';
import { MintedUploadToken } from '@synchrony/backstage-plugin-ingestion-common';
import { CopyableCode, PanelNotice } from '@synchrony/ui';
import { useEffect, useRef } from 'react';
import panel from '../panel/panel.module.css';

type SecretNoticeProps = { token: MintedUploadToken; onClose(): void };

/** The secret of a new token, which nobody can show again. */
export function SecretNotice({ onClose, token }: SecretNoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={panel.pad} aria-labelledby="minted-token">
      <PanelNotice tone="warning">
        <div className={panel.form}>
          <h3
            id="minted-token"
            ref={heading}
            tabIndex={-1}
            className={panel.title}
          >
            Copy {token.name} now
          </h3>
          <span>
            Put it into the secret <code>SYNCHRONY_TOKEN</code> of your
            pipeline. It is shown this once; only a hash of it is kept.
          </span>
          <CopyableCode code={token.token} label="the token" />
          <div className={panel.buttons}>
            <Button size="small" variant="primary" onPress={onClose}>
              I have copied it
            </Button>
          </div>
        </div>
      </PanelNotice>
    </section>
  );
}
