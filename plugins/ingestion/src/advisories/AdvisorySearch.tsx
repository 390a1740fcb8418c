import { useApi } from '@backstage/frontend-plugin-api';
import { Card, Container } from '@backstage/ui';
import { ResponseError } from '@backstage/errors';
import { LivePanel, PanelEmpty, useLiveData } from '@synchrony/ui';
import { inventoryApiRef, useConcerns } from '../api';
import { AnswerPanel } from './AnswerPanel';
import { askInventory } from './answer';
import { InventorySearch } from './parseSearch';
import { SearchForm } from './SearchForm';
import { SearchAddress, useSearchAddress } from './useSearchAddress';
import panel from '../panel/panel.module.css';
import styles from './advisories.module.css';

/** Reports come in bursts; the answer need not follow each of them. */
const SIGNAL_GAP_MS = 10_000;

/** Who has a package, or is concerned by an advisory, and of whom it is not known. */
export function AdvisorySearch() {
  const address = useSearchAddress();
  return (
    <main>
      <Container>
        <div className={panel.stack}>
          <p className={styles.lead}>
            Who has it, in which version, and of whom do we not know? The answer
            comes from SBOMs and findings; without an SBOM a component is never
            “not affected”.
          </p>
          <Card className={panel.pad}>
            <SearchForm value={address.text} onSearch={address.ask} />
          </Card>
          {address.search ? (
            <SearchAnswer
              key={address.text}
              address={address}
              search={address.search}
            />
          ) : (
            <Card className={panel.pad}>
              <PanelEmpty title="Nothing is searched for yet">
                Type the id of an advisory to see whom findings and SBOMs name,
                or a package with the range of versions that the advisory gives.
              </PanelEmpty>
            </Card>
          )}
        </div>
      </Container>
    </main>
  );
}

function SearchAnswer(props: {
  address: SearchAddress;
  search: InventorySearch;
}) {
  const { address, search } = props;
  const api = useApi(inventoryApiRef);
  const { bucket, cursor, owner } = address;
  const live = useLiveData({
    key: JSON.stringify([search, bucket, owner, cursor]),
    load: () => askInventory(api, search, { bucket, cursor, ownedBy: owner }),
    signalGapMs: SIGNAL_GAP_MS,
    ...useConcerns(),
  });
  const problem = live.error && badSearch(live.error);
  if (problem) {
    return (
      <Card className={panel.pad}>
        <PanelEmpty title="That cannot be searched for">{problem}</PanelEmpty>
      </Card>
    );
  }
  return (
    <LivePanel
      live={live}
      subject="Answer"
      height={360}
      forbidden={
        <Card className={panel.pad}>
          <PanelEmpty title="You may not see findings">
            What components consist of is open to the owning team, its security
            champion and application security.
          </PanelEmpty>
        </Card>
      }
    >
      {answer => (
        <AnswerPanel address={address} search={search} answer={answer} />
      )}
    </LivePanel>
  );
}

/** What the back end says of a search that it cannot read. */
function badSearch(error: Error): string | undefined {
  return ResponseError.is(error) && error.statusCode === 400
    ? error.body.error.message
    : undefined;
}
