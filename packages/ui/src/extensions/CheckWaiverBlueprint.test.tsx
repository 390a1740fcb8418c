import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { CheckWaiverBlueprint } from './CheckWaiverBlueprint';

describe('CheckWaiverBlueprint', () => {
  it('hands a lazily loaded dialog to scorecard reviews', async () => {
    const extension = CheckWaiverBlueprint.make({
      params: {
        loader: async () => props => (
          <p>
            Waiver of {props.checkId} on {props.entityRef}
          </p>
        ),
      },
    });

    const { component: Dialog } = createExtensionTester(extension).get(
      CheckWaiverBlueprint.dataRefs.waiver,
    );
    renderInTestApp(
      <Dialog
        entityRef="component:default/a"
        checkId="code.sast-active"
        onRequested={() => {}}
        onClose={() => {}}
      />,
    );

    expect(
      await screen.findByText(
        'Waiver of code.sast-active on component:default/a',
      ),
    ).toBeInTheDocument();
  });
});
