import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { initials } from './initials';
import { OwnerChip } from './OwnerChip';

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

describe('initials', () => {
  it('takes the first and the last word', () => {
    expect(initials('Amara Chidinma Rowe')).toBe('AR');
    expect(initials('élodie')).toBe('É');
    expect(initials('  ')).toBe('');
  });
});

describe('OwnerChip', () => {
  it('links to a group', async () => {
    renderInTestApp(<OwnerChip entityRef="group:default/instant-payments" />, {
      mountedRoutes,
    });

    expect(
      await screen.findByRole('link', { name: /instant-payments/ }),
    ).toHaveAttribute('href', '/catalog/default/group/instant-payments');
  });

  it('shows a person with initials', async () => {
    renderInTestApp(<OwnerChip entityRef="user:default/amara" />, {
      mountedRoutes,
    });

    expect(await screen.findByRole('link', { name: /amara/ })).toHaveAttribute(
      'href',
      '/catalog/default/user/amara',
    );
    expect(screen.getByText('A')).toBeInTheDocument();
  });

  it('says that there is nobody', async () => {
    renderInTestApp(<OwnerChip />, { mountedRoutes });

    expect(await screen.findByText('no owner')).toBeInTheDocument();
  });
});
