import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { findingReadPermission } from '@synchrony/backstage-plugin-ingestion-common';
import {
  createIngestionConditionalDecision,
  ingestionConditions,
  ingestionEntityRules,
} from './permissions';

describe('conditions of ingestion', () => {
  it('lets a policy decide by ownership of the entity', () => {
    expect(
      createIngestionConditionalDecision(
        findingReadPermission,
        ingestionConditions.isEntityOwner({ claims: ['group:default/a'] }),
      ),
    ).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'ingestion',
      resourceType: 'ingestion-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType: 'ingestion-entity',
        params: { claims: ['group:default/a'] },
      },
    });
  });

  it('has the two rules that every resource of an entity has', () => {
    expect(Object.values(ingestionEntityRules).map(rule => rule.name)).toEqual([
      'IS_ENTITY_OWNER',
      'ENTITY_IS_ONE_OF',
    ]);
  });
});
