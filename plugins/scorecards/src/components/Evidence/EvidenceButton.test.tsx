import { renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, waitFor } from '@testing-library/react';
import { EvidenceButton } from './EvidenceButton';

it('is not offered to those who may not draw packs', async () => {
  const authorize = jest.fn(async () => ({ result: 'DENY' }));
  renderInTestApp(
    <>
      <p>Roll-up</p>
      <EvidenceButton entityRef="system:default/transfers" />
    </>,
    { apis: [[permissionApiRef, { authorize }]] as never },
  );
  expect(await screen.findByText('Roll-up')).toBeInTheDocument();
  await waitFor(() => expect(authorize).toHaveBeenCalled());
  expect(
    screen.queryByRole('button', { name: 'Evidence pack…' }),
  ).not.toBeInTheDocument();
});
