import { parseEntityRef } from '@backstage/catalog-model';
import { useApi, useAppSearchParams } from '@backstage/frontend-plugin-api';
import { Button, Card } from '@backstage/ui';
import { EntityInventoryPage } from '@synchrony/backstage-plugin-ingestion-common';
import { isForbidden, LivePanel, PanelEmpty, useLiveData } from '@synchrony/ui';
import { inventoryApiRef, useConcerns } from '../api';
import { FindingsForbidden } from '../entity/FindingsForbidden';
import { useSubject } from '../entity/useSubject';
import { ExportMenu } from '../filter/ExportMenu';
import { SearchBox } from '../filter/SearchBox';
import { totalText } from '../words';
import { ComponentsTable } from './ComponentsTable';
import { InventoryLists } from './InventoryLists';
import { NoSbom } from './NoSbom';
import panel from '../panel/panel.module.css';
import styles from './inventory.module.css';

const PAGE_SIZE = 50;

/** Security › Inventory of an entity: what its SBOMs list. */
export function EntityInventory() {
  const { entityRef, ownerRef } = useSubject();
  const api = useApi(inventoryApiRef);
  const [params, setParams] = useAppSearchParams();
  const q = params.get('q') ?? '';
  const cursor = params.get('cursor') ?? undefined;
  const live = useLiveData({
    key: JSON.stringify([entityRef, q, cursor]),
    load: () =>
      api.getInventory(entityRef, {
        q: q || undefined,
        cursor,
        limit: PAGE_SIZE,
      }),
    ...useConcerns(entityRef),
  });
  const write = (change: { q: string; cursor?: string }) =>
    setParams({
      ...(change.q && { q: change.q }),
      ...(change.cursor && { cursor: change.cursor }),
    });

  if (live.error && isForbidden(live.error)) {
    return (
      <Card className={panel.pad}>
        <FindingsForbidden ownerRef={ownerRef} />
      </Card>
    );
  }
  if (live.value?.lists.length === 0 && !live.error) {
    return (
      <Card className={panel.pad}>
        <NoSbom entityRef={entityRef} />
      </Card>
    );
  }
  return (
    <Card>
      <div className={panel.head}>
        <h2 className={panel.title}>What it consists of</h2>
        <div className={panel.buttons}>
          <div className={styles.search} role="search">
            <SearchBox
              label="Package name begins with"
              value={q}
              onChange={next => write({ q: next })}
            />
          </div>
          <ExportMenu
            name={`inventory-${parseEntityRef(entityRef).name}`}
            load={format =>
              api.exportInventory(entityRef, { q: q || undefined }, format)
            }
          />
        </div>
      </div>
      <LivePanel
        inset
        live={live}
        subject="Inventory"
        height={360}
        forbidden={<FindingsForbidden ownerRef={ownerRef} />}
      >
        {page => (
          <>
            <InventoryLists lists={page.lists} />
            <Components
              page={page}
              isFiltered={q !== ''}
              hasPrevious={cursor !== undefined}
              onGo={next => write({ q, cursor: next })}
            />
          </>
        )}
      </LivePanel>
    </Card>
  );
}

type ComponentsProps = {
  page: EntityInventoryPage;
  isFiltered: boolean;
  hasPrevious: boolean;
  onGo(cursor: string | undefined): void;
};

function Components(props: ComponentsProps) {
  const { hasPrevious, isFiltered, onGo, page } = props;
  const { nextCursor } = page.pageInfo;
  if (page.items.length === 0) {
    return (
      <PanelEmpty
        title={isFiltered ? 'No package begins with that' : 'No package'}
      >
        {isFiltered
          ? 'The search looks at the beginning of a name, or of group:name.'
          : 'The lists name nothing.'}
      </PanelEmpty>
    );
  }
  return (
    <>
      <ComponentsTable components={page.items} />
      <div className={panel.pager}>
        <span role="status">
          {page.items.length} of {totalText(page, 'package')}
        </span>
        <span className={styles.buttons}>
          <Button
            size="small"
            variant="secondary"
            isDisabled={!hasPrevious}
            onPress={() => onGo(undefined)}
          >
            First page
          </Button>
          <Button
            size="small"
            variant="secondary"
            isDisabled={!nextCursor}
            onPress={() => onGo(nextCursor)}
          >
            Next page
          </Button>
        </span>
      </div>
    </>
  );
}
