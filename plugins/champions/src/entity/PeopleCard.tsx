import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityInfoCard,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { LivePanel, OwnerChip } from '@synchrony/ui';
import { useEntityChampions } from '../api';
import { Champions } from './Champions';
import { ChampionsForbidden } from './ChampionsForbidden';
import styles from './entity.module.css';

/** Who owns the entity of the page, and who helps there with security. */
export function PeopleCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [owner] = getEntityRelations(entity, RELATION_OWNED_BY);
  const live = useEntityChampions(entityRef);
  return (
    <EntityInfoCard title="Who helps">
      <div className={styles.stack}>
        {entity.kind !== 'Group' && (
          <>
            <h4>Owner</h4>
            <OwnerChip entityRef={owner && stringifyEntityRef(owner)} />
          </>
        )}
        <LivePanel
          live={live}
          subject="Champions"
          height={180}
          forbidden={<ChampionsForbidden />}
        >
          {champions => <Champions champions={champions} />}
        </LivePanel>
      </div>
    </EntityInfoCard>
  );
}
