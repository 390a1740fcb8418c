import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FindingActionRequest,
  FindingDetail,
} from '@synchrony/backstage-plugin-ingestion-common';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import { finding, findingDetail, pageOf } from '../__testUtils__/fixtures';
import { ME, renderEntity } from '../__testUtils__/renderEntity';
import { findingsContent } from '../extensions';

const AXE = { rules: { 'heading-order': { enabled: false } } };

async function open(change: Partial<FindingDetail>) {
  const api = new FakeIngestionApi();
  api.findings = pageOf([finding()]);
  api.finding = findingDetail(change);
  const { container } = renderEntity(findingsContent, api, '/?finding=f1');
  const panel = within(await screen.findByRole('region', { name: 'Triage' }));
  const press = async (name: string) =>
    userEvent.click(await panel.findByRole('button', { name }));
  return { api, container, panel, press };
}

describe('triage in the drawer', () => {
  it('offers what the back end says is possible, and no more', async () => {
    const { container, panel } = await open({
      actions: ['confirm', 'dismiss', 'note'],
    });
    expect(
      panel.getAllByRole('button').map(button => button.textContent),
    ).toEqual(['Confirm', 'Dismiss', 'Add note']);
    expect(panel.getByText('Not looked at yet')).toBeInTheDocument();
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('offers nothing to who may only read', async () => {
    const { panel } = await open({ actions: [] });
    expect(panel.queryByRole('button')).not.toBeInTheDocument();
  });

  it('confirms at once, shows the new state, and takes it back', async () => {
    const { api, panel, press } = await open({ actions: ['confirm'] });
    api.finding = findingDetail({ triage: 'confirmed', actions: ['start'] });
    await press('Confirm');
    expect(await panel.findByText('Confirmed.')).toBeInTheDocument();
    expect(api.done).toEqual([{ ids: ['f1'], action: 'confirm' }]);
    expect(
      await panel.findByRole('button', { name: 'Start work' }),
    ).toBeInTheDocument();
    await press('Undo');
    await waitFor(() => expect(api.undone).toEqual(['a1']));
    expect(await panel.findByText('Undone.')).toBeInTheDocument();
    expect(
      panel.queryByRole('button', { name: 'Undo' }),
    ).not.toBeInTheDocument();
  });

  it('adjusts the severity with a reason, and says when somebody has to agree', async () => {
    const { api, container, panel, press } = await open({
      severity: 'high',
      actions: ['adjustSeverity'],
    });
    api.outcome = ({ ids }: FindingActionRequest) => ({
      results: ids.map(id => ({ id, outcome: 'pending' })),
    });
    await press('Adjust severity');
    const form = within(
      await panel.findByRole('form', { name: 'Adjust severity' }),
    );
    expect(await axe(container, AXE)).toHaveNoViolations();
    await userEvent.click(form.getByRole('button', { name: /Severity/ }));
    expect(
      (await screen.findAllByRole('option')).map(option => option.textContent),
    ).toEqual(['Critical', 'Medium', 'Low', 'Info']);
    await userEvent.click(screen.getByRole('option', { name: 'Low' }));
    const submit = form.getByRole('button', { name: 'Adjust severity' });
    expect(submit).toBeDisabled();
    await userEvent.type(
      form.getByRole('textbox', { name: 'In your words' }),
      'only admins reach it',
    );
    await userEvent.click(submit);
    expect(
      await panel.findByText(
        'Asked for. The severity stays until a second person agrees.',
      ),
    ).toBeInTheDocument();
    expect(api.done).toEqual([
      {
        ids: ['f1'],
        action: 'adjustSeverity',
        severity: 'low',
        text: 'only admins reach it',
      },
    ]);
  });

  it('shows both severities, who chose one, and why', async () => {
    const { panel } = await open({
      severity: 'low',
      sourceSeverity: 'high',
      severityAdjustment: {
        severity: 'low',
        from: 'high',
        by: 'user:default/ann',
        at: new Date().toISOString(),
        reason: 'only admins reach it',
        approvedBy: 'user:default/bob',
      },
      severityRequest: {
        severity: 'info',
        requestedBy: 'user:default/ann',
        at: new Date().toISOString(),
        reason: 'it is off',
      },
      actions: ['approveSeverity', 'rejectSeverity'],
    });
    const line = panel.getByText(/only admins reach it/);
    expect(line).toHaveTextContent(/Low, by .*ann.*approval of .*bob/);
    expect(line).toHaveTextContent('The scanner says high');
    expect(panel.getByText('Info?')).toBeInTheDocument();
    expect(screen.getByText(/adjusted; the scanner says high/)).toBeVisible();
    expect(
      panel.getByRole('button', { name: 'Approve severity' }),
    ).toBeInTheDocument();
  });

  it('dismisses with a reason, and says when somebody else has to agree', async () => {
    const { api, container, panel, press } = await open({
      actions: ['dismiss'],
    });
    api.outcome = ({ ids }: FindingActionRequest) => ({
      results: ids.map(id => ({ id, outcome: 'pending' })),
    });
    await press('Dismiss');
    const form = within(await panel.findByRole('form', { name: 'Dismiss' }));
    expect(await axe(container, AXE)).toHaveNoViolations();
    await userEvent.click(form.getByRole('button', { name: /Why/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'False positive (say why)' }),
    );
    expect(form.getByRole('button', { name: 'Dismiss' })).toBeDisabled();
    await userEvent.type(
      form.getByRole('textbox', { name: 'In your words' }),
      'only in tests',
    );
    await userEvent.click(form.getByRole('button', { name: 'Dismiss' }));
    expect(
      await panel.findByText(
        'Asked for. It stays open until a second person agrees.',
      ),
    ).toBeInTheDocument();
    expect(api.done).toEqual([
      {
        ids: ['f1'],
        action: 'dismiss',
        reason: 'false_positive',
        text: 'only in tests',
      },
    ]);
  });

  it('shows who asked for a dismissal, and why', async () => {
    const { panel } = await open({
      actions: ['approve', 'reject'],
      dismissalRequest: {
        requestedBy: 'user:default/bob',
        at: '2026-11-20T10:00:00Z',
        reason: 'false_positive',
        text: 'only in tests',
      },
    });
    expect(panel.getByText('To dismiss?').nextSibling).toHaveTextContent(
      /bob asked .*: False positive \(say why\)\. only in tests/,
    );
    expect(
      panel.getByRole('button', { name: 'Approve dismissal' }),
    ).toBeInTheDocument();
  });

  it('shows what a document asks for, with the same buttons', async () => {
    const { container, panel } = await open({
      actions: ['approve', 'reject'],
      dismissalRequest: {
        requestedBy: 'ci',
        source: {
          kind: 'vex',
          name: 'Example Security',
          documentId: 'https://vex.example/1',
        },
        at: '2026-11-20T10:00:00Z',
        reason: 'vulnerable_code_not_in_execute_path',
      },
      statements: [
        {
          status: 'not_affected',
          reason: 'vulnerable_code_not_in_execute_path',
          impact: '<b>Never</b> called.',
          at: '2026-11-03T10:00:00Z',
          format: 'openvex',
          documentId: 'https://vex.example/1',
          author: 'Example Security',
          reportId: 'r1',
          counts: true,
        },
        {
          status: 'under_investigation',
          at: '2026-11-01T10:00:00Z',
          format: 'csaf-vex',
          documentId: 'EX-1',
          reportId: 'r0',
          counts: false,
        },
      ],
    });
    expect(panel.getByText('To dismiss?').nextSibling).toHaveTextContent(
      /The VEX document https:\/\/vex.example\/1 of Example Security \(sent by ci\) asked .*: The vulnerable code is never run/,
    );
    expect(
      panel.getAllByRole('button').map(button => button.textContent),
    ).toEqual(['Approve dismissal', 'Reject dismissal']);
    const [first, second] = within(
      screen.getByRole('heading', { name: 'What VEX documents say' })
        .parentElement!,
    ).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /^Example Security says not affected: The vulnerable code is never run<b>Never<\/b> called\.OpenVEX document https:\/\/vex.example\/1 of/,
    );
    expect(second).toHaveTextContent(
      /^An unnamed author says under investigation \(a newer statement counts instead\)CSAF document EX-1/,
    );
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('assigns to me', async () => {
    const { api, press } = await open({ actions: ['assign'] });
    await press('Assign to me');
    await waitFor(() =>
      expect(api.done).toEqual([
        { ids: ['f1'], action: 'assign', assignee: ME },
      ]),
    );
  });

  it('links an issue only by a web address', async () => {
    const { api, panel, press } = await open({ actions: ['linkIssue'] });
    await press('Link issue');
    const form = within(await panel.findByRole('form'));
    const field = form.getByRole('textbox', { name: 'Address of the issue' });
    const submit = form.getByRole('button', { name: 'Link issue' });
    await userEvent.type(field, 'data:text/html,x');
    expect(submit).toBeDisabled();
    await userEvent.clear(field);
    await userEvent.type(field, 'https://issues.example/7');
    await userEvent.click(submit);
    await waitFor(() =>
      expect(api.done).toMatchObject([{ url: 'https://issues.example/7' }]),
    );
  });

  it('says why something was refused, and keeps what was typed', async () => {
    const { api, panel, press } = await open({ actions: ['note'] });
    api.outcome = ({ ids }: FindingActionRequest) => ({
      results: ids.map(id => ({
        id,
        outcome: 'refused',
        reason: 'It is not yours',
      })),
    });
    await press('Add note');
    const field = await panel.findByRole('textbox', { name: 'In your words' });
    await userEvent.type(field, 'seen');
    await press('Add note');
    expect(
      await panel.findByText('Not done: It is not yours'),
    ).toBeInTheDocument();
    expect(field).toHaveValue('seen');
  });
});
