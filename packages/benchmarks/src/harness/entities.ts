import { Entity } from '@backstage/catalog-model';
import { OWNER_REF } from './signIn';

/** The owner and as many components as asked for. */
export function entitiesOf(count: number): Entity[] {
  return [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'owners', namespace: 'default', uid: 'group-owners' },
      spec: { type: 'team', children: [] },
    },
    ...Array.from({ length: count }, (_, index) => component(index)),
  ];
}

export function componentRef(index: number): string {
  return `component:default/${componentName(index)}`;
}

export function componentName(index: number): string {
  return `service-${index}`;
}

function component(index: number): Entity {
  const name = componentName(index);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      annotations: {
        'backstage.io/source-location': `url:https://git.example/bank/${name}/`,
        'synchrony.io/criticality': `tier-${(index % 4) + 1}`,
        'synchrony.io/data-classification': 'internal',
        'synchrony.io/exposure': index % 2 === 0 ? 'internet' : 'internal',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: OWNER_REF },
    relations: [{ type: 'ownedBy', targetRef: OWNER_REF }],
  };
}
