import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  entityScope,
  FakeEntityScopesApi,
} from '../__testUtils__/FakeEntityScopesApi';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import { daysFromNow, pageOf } from '../__testUtils__/fixtures';
import { renderEntity } from '../__testUtils__/renderEntity';
import { reportsContent } from '../extensions';

const AXE = { rules: { 'heading-order': { enabled: false } } };

function setUp(mayRetire = true) {
  const scopes = new FakeEntityScopesApi();
  scopes.page = { ...pageOf([entityScope()]), mayRetire };
  const view = renderEntity(
    reportsContent,
    new FakeIngestionApi(),
    '/',
    undefined,
    scopes,
  );
  return { scopes, ...view };
}

describe('the scans of an entity', () => {
  it('are retired with a reason', async () => {
    const { container, scopes } = setUp();
    const retire = await screen.findByRole('button', {
      name: 'Retire CodeQL, legacy, main',
    });
    expect(retire.closest('tr')).toHaveTextContent('12');
    expect(await axe(container, AXE)).toHaveNoViolations();
    await userEvent.click(retire);
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', { name: 'Retire' });
    expect(send).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'tool removed',
    );
    await userEvent.click(send);

    expect(
      await screen.findByText(/is retired: 3 findings resolved/),
    ).toBeVisible();
    expect(scopes.retired).toEqual([{ id: '7', reason: 'tool removed' }]);
  });

  it('are only shown to others, with who retired which and why', async () => {
    const { scopes } = setUp(false);
    await screen.findByText('legacy');
    expect(
      screen.queryByRole('button', { name: /^Retire/ }),
    ).not.toBeInTheDocument();
    const at = daysFromNow(-1);
    const retired = { at, by: 'user:default/ann', reason: 'split in two' };
    scopes.page = { ...pageOf([entityScope({ retired })]), mayRetire: false };
    await userEvent.click(screen.getByRole('button', { name: /Which scans/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Retired' }),
    );
    expect(await screen.findByText(/split in two/)).toBeVisible();
    expect(scopes.asked.at(-1)).toMatchObject({ retired: true });
  });
});
