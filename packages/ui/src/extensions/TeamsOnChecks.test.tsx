import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { render, screen } from '@testing-library/react';
import { TeamsOnChecks, TeamsOnChecksProvider } from './TeamsOnChecks';
import { TeamsOnChecksBlueprint } from './TeamsOnChecksBlueprint';

describe('TeamsOnChecks', () => {
  it('draws what a plugin attached', async () => {
    const extension = TeamsOnChecksBlueprint.make({
      params: {
        loader: async () => props => <p>On {props.checkIds?.join(', ')}</p>,
      },
    });
    const { component } = createExtensionTester(extension).get(
      TeamsOnChecksBlueprint.dataRefs.teams,
    );
    renderInTestApp(
      <TeamsOnChecksProvider component={component}>
        <TeamsOnChecks checkIds={['code.sast-active']} />
      </TeamsOnChecksProvider>,
    );

    expect(await screen.findByText('On code.sast-active')).toBeInTheDocument();
  });

  it('draws nothing where no teams are known', () => {
    const { container } = render(<TeamsOnChecks />);

    expect(container).toBeEmptyDOMElement();
  });
});
