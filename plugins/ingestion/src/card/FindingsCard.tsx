import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { FindingsSection } from './FindingsSection';

/** Findings as a card of its own. */
export function FindingsCard() {
  const { entity } = useEntity();
  return (
    <EntityInfoCard title="Security findings">
      <FindingsSection entityRef={stringifyEntityRef(entity)} />
    </EntityInfoCard>
  );
}
