import { useApi } from '@backstage/frontend-plugin-api';
import { Card, Select } from '@backstage/ui';
import { EntityScope } from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount, LivePanel, PanelEmpty, useLiveData } from '@synchrony/ui';
import { ReactNode, useState } from 'react';
import { entityScopesApiRef, useConcerns } from '../api';
import { Pager } from '../panel';
import { RetireDialog } from './RetireDialog';
import { scopeName } from './scopeName';
import { ScopesTable } from './ScopesTable';
import panel from '../panel/panel.module.css';
import styles from './scopes.module.css';

const PAGE_SIZE = 20;

const OPTIONS = [
  { id: 'live', label: 'Not retired' },
  { id: 'retired', label: 'Retired' },
];

type ScopesPanelProps = {
  entityRef: string;
  forbidden: ReactNode;
};

/** Which scans an entity has, the longest silent first, and the end of those that come no more. */
export function ScopesPanel({ entityRef, forbidden }: ScopesPanelProps) {
  const api = useApi(entityScopesApiRef);
  const [retired, setRetired] = useState(false);
  const [cursor, setCursor] = useState<string>();
  const [ending, setEnding] = useState<EntityScope>();
  const [done, setDone] = useState('');
  const live = useLiveData({
    key: JSON.stringify([entityRef, retired, cursor]),
    load: () => api.getScopes(entityRef, { retired, cursor, limit: PAGE_SIZE }),
    ...useConcerns(entityRef),
  });
  return (
    <Card>
      <div className={panel.head}>
        <h2 className={panel.title}>Scans</h2>
        <Select
          aria-label="Which scans"
          className={styles.which}
          options={OPTIONS}
          value={retired ? 'retired' : 'live'}
          onChange={key => {
            setRetired(key === 'retired');
            setCursor(undefined);
          }}
        />
      </div>
      <p role="status" className={panel.note}>
        {done}
      </p>
      <LivePanel
        inset
        live={live}
        subject="Scans"
        height={160}
        forbidden={forbidden}
      >
        {page =>
          page.items.length === 0 && !cursor ? (
            <PanelEmpty
              title={retired ? 'No scan is retired' : 'No scan counts now'}
            />
          ) : (
            <>
              <ScopesTable
                scopes={page.items}
                onRetire={page.mayRetire ? setEnding : undefined}
              />
              <Pager page={page} noun="scan" cursor={cursor} onGo={setCursor} />
            </>
          )
        }
      </LivePanel>
      {ending && (
        <RetireDialog
          entityRef={entityRef}
          scope={ending}
          onClose={() => setEnding(undefined)}
          onRetired={({ resolved }) => {
            setDone(
              `${scopeName(ending)} is retired: ${formatCount(resolved, 'finding')} resolved.`,
            );
            setEnding(undefined);
            live.reload();
          }}
        />
      )}
    </Card>
  );
}
