import { createExtensionTester } from '@backstage/frontend-test-utils';
import { SecurityCardSectionBlueprint } from './SecurityCardSectionBlueprint';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';

describe('SecurityCardSectionBlueprint', () => {
  it('hands a lazily loaded component for an entity to the card', async () => {
    const extension = SecurityCardSectionBlueprint.make({
      name: 'findings',
      params: {
        loader: async () => props => <p>Findings of {props.entityRef}</p>,
      },
    });

    const { component: Section } = createExtensionTester(extension).get(
      SecurityCardSectionBlueprint.dataRefs.section,
    );
    renderInTestApp(<Section entityRef="component:default/a" />);

    expect(
      await screen.findByText('Findings of component:default/a'),
    ).toBeInTheDocument();
  });
});
