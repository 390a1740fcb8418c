import { useApi, useAppSearchParams } from '@backstage/frontend-plugin-api';
import { Button, Card } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  MintedUploadToken,
  UploadToken,
} from '@synchrony/backstage-plugin-ingestion-common';
import { LivePanel, PanelEmpty, PanelNotice, useLiveData } from '@synchrony/ui';
import { useState } from 'react';
import { uploadTokensApiRef } from '../api';
import { Pager } from '../panel';
import { MintDialog } from './MintDialog';
import { RevokeDialog } from './RevokeDialog';
import { RotateDialog } from './RotateDialog';
import { SecretNotice } from './SecretNotice';
import { TokensTable } from './TokensTable';
import panel from '../panel/panel.module.css';

const PAGE_SIZE = 25;

/** What a person is about to do. */
type Pending =
  { kind: 'mint' } | { kind: 'rotate' | 'revoke'; token: UploadToken };

/** Upload tokens of what one may see, and all that can be done with them. */
export function TokensPanel() {
  const api = useApi(uploadTokensApiRef);
  const [params, setParams] = useAppSearchParams();
  const entityRef = params.get('entity') ?? undefined;
  const cursor = params.get('cursor') ?? undefined;
  const [pending, setPending] = useState<Pending | undefined>(
    params.has('mint') ? { kind: 'mint' } : undefined,
  );
  const [minted, setMinted] = useState<MintedUploadToken>();
  const [news, setNews] = useState<string>();
  const query = { entityRef, cursor, limit: PAGE_SIZE };
  const live = useLiveData({
    key: JSON.stringify(query),
    load: () => api.getUploadTokens(query),
  });
  const page = live.value;
  const go = (next: { entity?: string; cursor?: string }) =>
    setParams({
      ...(next.entity && { entity: next.entity }),
      ...(next.cursor && { cursor: next.cursor }),
    });
  const close = () => setPending(undefined);
  const showSecret = (token: MintedUploadToken) => {
    close();
    setMinted(token);
    live.reload();
  };
  return (
    <Card>
      <div className={panel.head}>
        <div>
          <h2 className={panel.title}>Upload tokens</h2>
          {entityRef && (
            <span className={panel.quiet}>
              of {entityRef}{' '}
              <Button size="small" variant="tertiary" onPress={() => go({})}>
                Show all
              </Button>
            </span>
          )}
        </div>
        <Button
          size="small"
          variant="primary"
          iconStart={<RiAddLine aria-hidden="true" />}
          onPress={() => setPending({ kind: 'mint' })}
        >
          Mint a token
        </Button>
      </div>
      <div role="status">
        {news && (
          <div className={panel.pad}>
            <PanelNotice tone="info">{news}</PanelNotice>
          </div>
        )}
      </div>
      {minted && (
        <SecretNotice token={minted} onClose={() => setMinted(undefined)} />
      )}
      <LivePanel
        inset
        live={live}
        subject="Tokens"
        height={240}
        forbidden={
          <PanelEmpty title="You may not see upload tokens">
            Owners of a component see and mint its tokens.
          </PanelEmpty>
        }
      >
        {page &&
          (page.items.length === 0 && !page.pageInfo.nextCursor ? (
            <PanelEmpty title="No token in what you may see">
              Mint one for a component that your team owns.
            </PanelEmpty>
          ) : (
            <>
              <TokensTable
                tokens={page.items}
                onRotate={token => setPending({ kind: 'rotate', token })}
                onRevoke={token => setPending({ kind: 'revoke', token })}
              />
              <Pager
                page={page}
                noun="token"
                cursor={cursor}
                onGo={next => go({ entity: entityRef, cursor: next })}
              />
            </>
          ))}
      </LivePanel>
      {pending?.kind === 'mint' && (
        <MintDialog
          entityRef={entityRef}
          onClose={close}
          onMinted={showSecret}
        />
      )}
      {pending?.kind === 'rotate' && (
        <RotateDialog
          token={pending.token}
          onClose={close}
          onRotated={showSecret}
        />
      )}
      {pending?.kind === 'revoke' && (
        <RevokeDialog
          token={pending.token}
          onClose={close}
          onRevoked={() => {
            setNews(`${pending.token.name} is revoked; it works no more.`);
            close();
            live.reload();
          }}
        />
      )}
    </Card>
  );
}
