import { useApi, useAppSearchParams } from '@backstage/frontend-plugin-api';
import { Card } from '@backstage/ui';
import {
  Quarantine,
  QuarantinedEntity,
} from '@synchrony/backstage-plugin-ingestion-common';
import { LivePanel, PanelEmpty, PanelNotice, useLiveData } from '@synchrony/ui';
import { useState } from 'react';
import { quarantineApiRef, useConcerns } from '../api';
import { Pager } from '../panel';
import { DiscardDialog } from './DiscardDialog';
import { QuarantineTable } from './QuarantineTable';
import { RebindDialog } from './RebindDialog';
import panel from '../panel/panel.module.css';

const PAGE_SIZE = 25;

/** What a person is about to do with an entity. */
type Pending = { kind: 'rebind' | 'discard'; entity: QuarantinedEntity };

/** What waits for a component, with what can be done about it. */
export function QuarantinePanel() {
  const api = useApi(quarantineApiRef);
  const [params, setParams] = useAppSearchParams();
  const [pending, setPending] = useState<Pending>();
  const [news, setNews] = useState<string>();
  const cursor = params.get('cursor') ?? undefined;
  const query = { cursor, limit: PAGE_SIZE };
  const live = useLiveData({
    key: JSON.stringify(query),
    load: () => api.getQuarantine(query),
    ...useConcerns(),
  });
  const finish = (message: string) => {
    setPending(undefined);
    setNews(message);
    live.reload();
  };
  return (
    <Card>
      <div className={panel.head}>
        <h2 className={panel.title}>Quarantined</h2>
      </div>
      <div role="status">
        {news && (
          <div className={panel.pad}>
            <PanelNotice tone="info">{news}</PanelNotice>
          </div>
        )}
      </div>
      <LivePanel
        inset
        live={live}
        subject="Quarantine"
        height={240}
        forbidden={
          <PanelEmpty title="You may not see what is in quarantine">
            Whoever sent a report sees its receipt.
          </PanelEmpty>
        }
      >
        {live.value && (
          <Content
            page={live.value}
            cursor={cursor}
            onGo={next => setParams(next ? { cursor: next } : {})}
            onRebind={entity => setPending({ kind: 'rebind', entity })}
            onDiscard={entity => setPending({ kind: 'discard', entity })}
          />
        )}
      </LivePanel>
      {pending?.kind === 'rebind' && (
        <RebindDialog
          entity={pending.entity}
          onClose={() => setPending(undefined)}
          onDone={finish}
        />
      )}
      {pending?.kind === 'discard' && (
        <DiscardDialog
          entity={pending.entity}
          onClose={() => setPending(undefined)}
          onDone={finish}
        />
      )}
    </Card>
  );
}

type ContentProps = {
  page: Quarantine;
  cursor: string | undefined;
  onGo(cursor: string | undefined): void;
  onRebind(entity: QuarantinedEntity): void;
  onDiscard(entity: QuarantinedEntity): void;
};

function Content({ cursor, onDiscard, onGo, onRebind, page }: ContentProps) {
  if (page.items.length === 0) {
    return (
      <PanelEmpty title="Nothing is in quarantine">
        Every report that you may see found its component.
      </PanelEmpty>
    );
  }
  return (
    <>
      <QuarantineTable
        entities={page.items}
        actions={page.manageable ? { onRebind, onDiscard } : undefined}
      />
      <Pager page={page} noun="component" cursor={cursor} onGo={onGo}>
        {!page.manageable &&
          ' · whoever runs ingestion can re-bind and discard them'}
      </Pager>
    </>
  );
}
