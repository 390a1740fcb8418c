import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeChampionsApi } from '../../__testUtils__/FakeChampionsApi';
import { renderOnEntity } from '../../__testUtils__/renderDesk';
import { championsPlugin } from '../../plugin';

const personCard = championsPlugin.getExtension('entity-card:champions/person');

const BO = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'bo.lin', namespace: 'default' },
};

// A file of its own, since what a viewer may do is kept between tests.
describe('PersonData', () => {
  it('lets who answers for personal data export and erase that of others', async () => {
    const api = new FakeChampionsApi();
    renderOnEntity([personCard], BO, api, { mayErase: true });

    expect(await screen.findByText('Data of bo.lin')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Download as JSON' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Erase…' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText('Erase what is kept of bo.lin'),
    ).toBeInTheDocument();
    await dialog.findByRole('table', { name: 'What would be done' });
    expect(api.sent).toEqual([]);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Erase the data of bo.lin' }),
    );
    expect(
      await dialog.findByText(/bo.lin is no longer shown anywhere/),
    ).toBeInTheDocument();
    expect(api.sent).toEqual([
      { call: 'erasePerson', input: 'user:default/bo.lin' },
    ]);
  });
});
