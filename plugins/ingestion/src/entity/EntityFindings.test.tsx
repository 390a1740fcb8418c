import { AskChampionBlueprint } from '@synchrony/ui';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import {
  ACTIVE_SAST,
  CLEAN,
  ENTITY_REF,
  finding,
  findingDetail,
  NEVER_SCANNED,
  pageOf,
  STALE_SCA,
  summary,
} from '../__testUtils__/fixtures';
import { renderEntity } from '../__testUtils__/renderEntity';
import { findingsContent } from '../extensions';
import { ingestionPlugin } from '../plugin';

// The content stands below the headings of the entity page, which the test page lacks.
const AXE = { rules: { 'heading-order': { enabled: false } } };

function apiWith(change: Partial<FakeIngestionApi>) {
  return Object.assign(new FakeIngestionApi(), change);
}

describe('EntityFindings', () => {
  it('shows what is open, due and scanned, and the findings', async () => {
    const api = apiWith({
      findings: pageOf(
        [
          finding(),
          finding({
            id: 'f2',
            title: 'Callback URL reaches the HTTP client',
            severity: 'critical',
            toolSeverity: 'MODERATE',
            reopenCount: 1,
            noFix: true,
            kev: true,
            epss: 0.62,
          }),
        ],
        { totalItems: 10_000, totalIsLowerBound: true },
      ),
    });
    const { container } = renderEntity(findingsContent, api, '/?groupBy=none');

    const row = (
      await screen.findByRole('button', {
        name: 'Request smuggling over HTTP/2',
      })
    ).closest('tr')!;
    expect(row).toHaveTextContent('package-lock.json:12 and 2 more');
    expect(row).toHaveTextContent('Trivy');
    expect(row).toHaveTextContent('3 d');
    expect(row).toHaveTextContent('4 d left');
    const other = screen
      .getByRole('button', { name: 'Callback URL reaches the HTTP client' })
      .closest('tr')!;
    expect(other).toHaveTextContent('tool: medium');
    expect(other).toHaveTextContent('Reopened');
    expect(other).toHaveTextContent('no fix yet: mitigate or accept');
    expect(other).toHaveTextContent('KEV: exploited');
    expect(other).toHaveTextContent('EPSS 0.62');
    expect(row).not.toHaveTextContent(/KEV|EPSS/);

    expect(screen.getByText('6 open')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: '5 high, show them' }),
    ).toHaveAttribute('href', expect.stringContaining('severity=high'));
    expect(
      screen.getByText('Overdue', { selector: 'dt' }).nextSibling,
    ).toHaveTextContent('2');
    expect(screen.getByText('Within 7 days').nextSibling).toHaveTextContent(
      '3',
    );
    expect(container).toHaveTextContent('2 of at least 10,000 findings');
    expect(container).toHaveTextContent(
      'Suggested order: Exploited first, then overdue, then the likelihood of exploitation × severity × service tier.',
    );
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('reads the filter from the address and asks the back end for it', async () => {
    const api = apiWith({ findings: pageOf([finding()]) });
    renderEntity(
      findingsContent,
      api,
      '/?severity=critical,high&type=sca&overdue=true&q=netty&orderBy=dueAt',
    );

    await screen.findByText('Request smuggling over HTTP/2');
    expect(api.asked[0]).toEqual(
      expect.objectContaining({
        entityRef: ENTITY_REF,
        severity: ['critical', 'high'],
        type: ['sca'],
        overdue: true,
        q: 'netty',
        orderBy: 'dueAt',
        status: 'open',
      }),
    );
  });

  it('goes to the next page and back by cursors', async () => {
    const api = apiWith({
      findings: pageOf([finding()], {
        totalItems: 51,
        pageInfo: { nextCursor: 'c2' },
      }),
    });
    renderEntity(findingsContent, api, '/?groupBy=none');

    const previous = await screen.findByRole('button', {
      name: 'Previous page',
    });
    expect(previous).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(api.asked.at(-1)?.cursor).toBe('c2'));
  });

  it('never scanned: unknown, with the commands for this very entity', async () => {
    const { container } = renderEntity(
      findingsContent,
      apiWith({ summary: NEVER_SCANNED }),
    );

    expect(await screen.findByText('No report yet')).toBeInTheDocument();
    expect(container).toHaveTextContent('says nothing about how secure it is');
    const snippet = await screen.findByRole('group', { name: /GitHub/ });
    expect(snippet).toHaveTextContent('secrets.SYNCHRONY_TOKEN');
    expect(snippet).toHaveTextContent(`--entity ${ENTITY_REF}`);
    expect(screen.queryByText('No open findings')).not.toBeInTheDocument();
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('scanned and clean: says by which tools and when', async () => {
    const { container } = renderEntity(
      findingsContent,
      apiWith({ summary: { ...CLEAN, coverage: [ACTIVE_SAST, STALE_SCA] } }),
    );

    expect(await screen.findByText('No open findings')).toBeInTheDocument();
    expect(container).toHaveTextContent('Code (SAST) by CodeQL, 24 h ago');
    expect(container).toHaveTextContent(
      'Dependencies (SCA) by Trivy, 17 d ago – stale, so this may have changed',
    );
  });

  it('a filter that matches nothing is not a clean bill', async () => {
    const api = apiWith({});
    renderEntity(findingsContent, api, '/?severity=low');

    expect(
      await screen.findByText('No finding matches this filter'),
    ).toBeInTheDocument();
    expect(screen.queryByText('No open findings')).not.toBeInTheDocument();
    const [clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear);
    await waitFor(() =>
      expect(api.askedGroups.at(-1)?.severity).toBeUndefined(),
    );
  });

  it('stale coverage: nothing there counts as fixed', async () => {
    renderEntity(
      findingsContent,
      apiWith({ summary: summary({ coverage: [STALE_SCA] }) }),
    );

    expect(
      await screen.findByText('Fixes not verified until a complete scan.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/last complete scan 17 d ago/)).toBeInTheDocument();
  });

  it('forbidden: the note and whom to ask, and no number', async () => {
    const { container } = renderEntity(
      findingsContent,
      FakeIngestionApi.forbidden(),
    );

    expect(
      await screen.findByText('You can see the level, not the findings.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Ask the owner:')).toBeInTheDocument();
    expect(container).not.toHaveTextContent(/\d open/);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('error: says so, and tries again on demand', async () => {
    const api = apiWith({
      error: new Error('boom'),
      findings: pageOf([finding()]),
    });
    renderEntity(findingsContent, api);

    expect(await screen.findByText('Findings unavailable')).toBeInTheDocument();
    api.error = undefined;
    for (const button of screen.getAllByRole('button', { name: 'Try again' })) {
      await userEvent.click(button);
    }
    expect(
      await screen.findByText('Request smuggling over HTTP/2'),
    ).toBeInTheDocument();
  });

  it('lets a champion be asked about a finding where a plugin offers it', async () => {
    const api = apiWith({ findings: pageOf([finding()]) });
    const ask = AskChampionBlueprint.make({
      params: {
        loader: async () => props => (
          <p>
            Ask about {props.subject.id} in {props.subject.area}
          </p>
        ),
      },
    });
    const content = ingestionPlugin.getExtension(
      'entity-content:ingestion/findings',
    );
    renderEntity([content, ask], api, '/?finding=f1');

    expect(
      await screen.findByText(
        `Ask about ${findingDetail().id} in ${findingDetail().type}`,
      ),
    ).toBeInTheDocument();
  });

  it('follows signals of its entity, and keeps the selection', async () => {
    const api = apiWith({ findings: pageOf([finding()]) });
    const { signals } = renderEntity(findingsContent, api, '/?finding=f1');
    await screen.findByRole('complementary');
    const asked = api.asked.length;

    api.findings = pageOf([
      finding({ id: 'f9', title: 'Brand new' }),
      finding(),
    ]);
    await act(async () =>
      signals.send({ entityRef: 'component:default/other', version: 2 }),
    );
    expect(api.asked).toHaveLength(asked);
    await act(async () => signals.send({ entityRef: ENTITY_REF, version: 2 }));

    expect(await screen.findByText('Brand new')).toBeInTheDocument();
    expect(screen.getByRole('complementary')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Request smuggling over HTTP/2' }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('opens a finding with all about it, and closes it by Escape', async () => {
    const api = apiWith({
      findings: pageOf([finding(), finding({ id: 'f2', title: 'Second' })]),
    });
    const { container } = renderEntity(findingsContent, api);
    const button = await screen.findByRole('button', {
      name: 'Request smuggling over HTTP/2',
    });
    button.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('button', { name: 'Second' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{Enter}');

    const panel = await screen.findByRole('complementary');
    const details = within(panel);
    expect(await details.findByText('Update to 4.1.118.')).toBeInTheDocument();
    expect(
      details.getByRole('link', { name: 'package-lock.json:12' }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/blob/d41e0f2/package-lock.json#L12',
    );
    expect(
      details.getByRole('link', { name: 'CVE-2026-12345' }),
    ).toHaveAttribute(
      'href',
      'https://nvd.nist.gov/vuln/detail/CVE-2026-12345',
    );
    expect(details.getByRole('link', { name: 'CWE-444' })).toBeInTheDocument();
    const events = within(
      details.getByText('History').closest('section')!,
    ).getAllByRole('listitem');
    expect(events[0]).toHaveTextContent('Changed: severity medium → high');
    expect(events[1]).toHaveTextContent('First seen');
    expect(await axe(container, AXE)).toHaveNoViolations();

    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
    expect(button).toHaveFocus();
  });

  it('says at the side why a finding is due when it is', async () => {
    const api = apiWith({
      findings: pageOf([finding()]),
      finding: findingDetail({ kev: true, epss: 0.004 }),
    });
    renderEntity(findingsContent, api, '/?finding=f1');

    const panel = await screen.findByRole('complementary');
    await within(panel).findByText(api.finding.dueReason);
    expect(panel).toHaveTextContent('KEV: exploited');
    expect(panel).toHaveTextContent('EPSS < 0.01');
  });

  it('shows how data flows, and related places, under headings of their own', async () => {
    const api = apiWith({
      finding: findingDetail({
        related: [
          { role: 'related', path: 'src/rules.ts', startLine: 8 },
          {
            role: 'step',
            path: 'src/in.ts',
            startLine: 3,
            message: 'user-provided value',
          },
          { role: 'step', path: 'src/sink.ts', startLine: 9 },
        ],
      }),
    });
    renderEntity(findingsContent, api, '/?finding=f1');

    const panel = await screen.findByRole('complementary');
    const flow = (await within(panel).findByText('How data flows'))
      .parentElement!;
    expect(
      within(flow)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['src/in.ts:3user-provided value', 'src/sink.ts:9']);
    expect(within(panel).getByText('Related places')).toBeVisible();
    expect(within(panel).getByText('src/rules.ts:8')).toBeVisible();
  });

  it('shows hostile text as text', async () => {
    const evil =
      '<img src=x onerror="window.evil=1"><script>window.evil=1</script>';
    // eslint-disable-next-line no-script-url
    const link = 'javascript:window.evil=1';
    const api = apiWith({
      findings: pageOf([finding({ title: evil, tools: [evil] })]),
      finding: findingDetail({
        title: evil,
        ruleId: evil,
        description: `${evil} [click](${link})`,
        remediation: `![x](https://evil.example.com/pixel.png)`,
        links: [link, 'data:text/html,x'],
        advisoryIds: [link],
        locations: [{ path: evil, sourceUrl: link, snippet: evil }],
        related: [{ role: 'step', path: evil, sourceUrl: link, message: evil }],
        history: [{ at: '2026-01-01T00:00:00Z', kind: 'updated', note: evil }],
      }),
    });
    const { container } = renderEntity(findingsContent, api, '/?finding=f1');

    const panel = await screen.findByRole('complementary');
    await within(panel).findByText('History');
    // A picture is drawn without a source, so that nothing is loaded.
    expect(
      container.querySelectorAll('script, img:not([src=""])'),
    ).toHaveLength(0);
    for (const anchor of container.querySelectorAll('a')) {
      expect(anchor.getAttribute('href') ?? '').not.toMatch(
        /^(javascript|data):/,
      );
    }
    expect((window as { evil?: number }).evil).toBeUndefined();
  });
});
