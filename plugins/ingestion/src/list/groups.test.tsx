import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import {
  ENTITY_REF,
  facets,
  finding,
  pageOf,
  STALE_SCA,
  summary,
} from '../__testUtils__/fixtures';
import { renderEntity } from '../__testUtils__/renderEntity';
import { findingsContent } from '../extensions';
import { describeGroup } from '../words';

const AXE = { rules: { 'heading-order': { enabled: false } } };

function api() {
  const fake = new FakeIngestionApi();
  fake.findings = pageOf(
    ['netty', 'openssl', 'jackson', 'snakeyaml'].map((name, index) =>
      finding({
        id: `f${index}`,
        title: `About ${name}`,
        component: { name, version: '1.0' },
      }),
    ),
  );
  return fake;
}

describe('findings by cause', () => {
  it('opens the first groups, and the others on demand', async () => {
    const fake = api();
    const { container } = renderEntity(findingsContent, fake);
    expect(
      await screen.findByRole('button', { name: 'About jackson' }),
    ).toBeInTheDocument();
    const last = screen.getByRole('button', { name: 'snakeyaml 1.0' });
    expect(last).toHaveAttribute('aria-expanded', 'false');
    expect(
      screen.queryByRole('button', { name: 'About snakeyaml' }),
    ).not.toBeInTheDocument();
    expect(container).toHaveTextContent('4 of 4 groups by cause');
    await userEvent.click(last);
    expect(
      await screen.findByRole('button', { name: 'About snakeyaml' }),
    ).toBeInTheDocument();
    expect(fake.asked.at(-1)).toMatchObject({
      entityRef: ENTITY_REF,
      group: 'snakeyaml',
    });
    expect(await axe(container, AXE)).toHaveNoViolations();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Select all shown of netty 1.0' }),
    );
    expect(screen.getByText('1 selected')).toBeInTheDocument();
  });

  it('says where a scan is too old to confirm a fix', async () => {
    const fake = api();
    fake.summary = summary({ coverage: [STALE_SCA] });
    renderEntity(findingsContent, fake);
    expect(
      await screen.findAllByText('Fixes not verified until a complete scan'),
    ).toHaveLength(4);
  });

  it('lists findings one by one when they are not to be grouped', async () => {
    const fake = api();
    renderEntity(findingsContent, fake);
    await userEvent.click(
      await screen.findByRole('button', { name: /Group by cause/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Do not group' }),
    );
    expect(
      await screen.findByRole('button', { name: 'About snakeyaml' }),
    ).toBeInTheDocument();
    expect(fake.asked.at(-1)?.group).toBeUndefined();
  });

  it('says what each choice of the filter would leave', async () => {
    const fake = api();
    fake.facets = facets({ isLowerBound: true });
    renderEntity(findingsContent, fake);
    await screen.findByRole('button', { name: 'About netty' });
    await userEvent.click(screen.getByRole('button', { name: /Any due date/ }));
    const options = within(await screen.findByRole('listbox'));
    expect(
      options.getByRole('option', { name: 'Within 7 days (3 or more)' }),
    ).toBeInTheDocument();
    await userEvent.click(options.getByRole('option', { name: /^Within/ }));
    await waitFor(() =>
      expect(fake.askedGroups.at(-1)).toMatchObject({ due: 'within7Days' }),
    );
  });

  it('exports all that the filter leaves', async () => {
    const saved: string[] = [];
    Object.assign(URL, {
      createObjectURL: () => 'blob:findings',
      revokeObjectURL: (url: string) => saved.push(url),
    });
    const fake = api();
    renderEntity(findingsContent, fake, '/?severity=high');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'CSV, for spreadsheets' }),
    );
    await waitFor(() => expect(saved).toEqual(['blob:findings']));
    expect(fake.exported).toMatchObject([
      { format: 'csv', query: { entityRef: ENTITY_REF, severity: ['high'] } },
    ]);
  });

  it.each([
    [{ rules: 3, fixedVersion: '2.0' }, '3 advisories, one upgrade fixes all'],
    [{ rules: 1, fixedVersion: '2.0' }, '1 advisory, an upgrade fixes it'],
    [{ rules: 2 }, '2 advisories'],
    [
      { rules: 2, withoutFix: 4 },
      '2 advisories, no fixed version yet: mitigate or accept',
    ],
    [
      { rules: 2, withoutFix: 1 },
      '2 advisories, 1 of 4 findings without a fixed version yet',
    ],
    [
      { cause: 'rule' as const, title: 'Server side' },
      'Server side · 4 findings',
    ],
  ])('describes %j', (change, words) => {
    expect(
      describeGroup({
        id: 'g',
        cause: 'package',
        name: 'netty',
        type: 'sca',
        count: 4,
        bySeverity: { critical: 0, high: 4, medium: 0, low: 0, info: 0 },
        rules: 1,
        overdue: 0,
        withoutFix: 0,
        ...change,
      }),
    ).toBe(words);
  });
});
