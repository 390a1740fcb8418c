import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { render, screen } from '@testing-library/react';
import { AskChampion, AskChampionProvider } from './AskChampion';
import { AskChampionBlueprint } from './AskChampionBlueprint';

const QUESTION = {
  entityRef: 'component:default/a',
  subject: {
    kind: 'check',
    id: 'code.sast-active',
    area: 'code',
    title: 'Static analysis runs',
  },
} as const;

describe('AskChampion', () => {
  it('draws what a plugin attached', async () => {
    const extension = AskChampionBlueprint.make({
      params: {
        loader: async () => props => <p>Ask about {props.subject.title}</p>,
      },
    });
    const { component } = createExtensionTester(extension).get(
      AskChampionBlueprint.dataRefs.ask,
    );
    renderInTestApp(
      <AskChampionProvider component={component}>
        <AskChampion {...QUESTION} />
      </AskChampionProvider>,
    );

    expect(
      await screen.findByText('Ask about Static analysis runs'),
    ).toBeInTheDocument();
  });

  it('draws nothing where nobody can be asked', () => {
    const { container } = render(<AskChampion {...QUESTION} />);

    expect(container).toBeEmptyDOMElement();
  });
});
