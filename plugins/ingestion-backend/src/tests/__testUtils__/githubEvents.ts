import { createHmac } from 'node:crypto';

export const REPOSITORY = 'larkhill/payments';
export const SECRET = 'a secret of at least sixteen';

/** A member of an event that tests change. */
type Changes = Record<string, unknown>;

const API = `https://api.github.com/repos/${REPOSITORY}`;

/** An hour of the day before yesterday, so that nothing lies in the future. */
export function hour(number: number): string {
  const start = Date.now() - 48 * 3_600_000;
  return new Date(
    Math.floor(start / 3_600_000) * 3_600_000 + number * 3_600_000,
  )
    .toISOString()
    .replace('.000Z', 'Z');
}

function event(action: string, members: Changes): Changes {
  return {
    action,
    repository: { full_name: REPOSITORY, default_branch: 'main' },
    sender: { login: 'github' },
    ...members,
  };
}

/** The same event of another repository. */
export function ofRepository(repository: string, payload: Changes): Changes {
  return { ...payload, repository: { full_name: repository } };
}

/** `code_scanning_alert` */
export function codeScanning(
  action: string,
  alert: Changes = {},
  severity = 'high',
): Changes {
  return event(action, {
    ref: 'refs/heads/main',
    commit_oid: '0123456789abcdef0123456789abcdef01234567',
    alert: {
      number: 12,
      url: `${API}/code-scanning/alerts/12`,
      created_at: hour(0),
      state: 'open',
      rule: {
        id: 'js/sql-injection',
        severity: 'error',
        security_severity_level: severity,
        description: 'Query built from user input',
      },
      tool: { name: 'CodeQL', version: null },
      most_recent_instance: {
        ref: 'refs/heads/main',
        location: { path: 'src/ledger.js', start_line: 7 },
      },
      ...alert,
    },
  });
}

/** `dependabot_alert` */
export function dependabot(
  action: string,
  alert: Changes = {},
  severity = 'medium',
): Changes {
  const pack = { ecosystem: 'npm', name: 'left-pad' };
  return event(action, {
    alert: {
      number: 5,
      url: `${API}/dependabot/alerts/5`,
      created_at: hour(0),
      state: 'open',
      dependency: { package: pack, manifest_path: 'package-lock.json' },
      security_advisory: {
        ghsa_id: 'GHSA-aaaa-bbbb-cccc',
        cve_id: 'CVE-2026-1234',
        summary: 'left-pad pads without end',
        severity,
        identifiers: [{ type: 'CVE', value: 'CVE-2026-1234' }],
      },
      security_vulnerability: {
        package: pack,
        severity,
        first_patched_version: { identifier: '1.3.1' },
      },
      ...alert,
    },
  });
}

/** `secret_scanning_alert` */
export function secretScanning(action: string, alert: Changes = {}): Changes {
  return event(action, {
    alert: {
      number: 3,
      url: `${API}/secret-scanning/alerts/3`,
      created_at: hour(0),
      secret_type: 'mailchimp_api_key',
      secret_type_display_name: 'Mailchimp API Key',
      validity: 'unknown',
      resolution: null,
      ...alert,
    },
  });
}

export function deploymentStatus(state: string, status: Changes = {}): Changes {
  return event('created', {
    deployment: {
      id: 145,
      sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
      environment: 'production',
      created_at: hour(1),
    },
    deployment_status: {
      state,
      environment: 'production',
      created_at: hour(2),
      updated_at: hour(2),
      target_url: '',
      ...status,
    },
  });
}

export function workflowRun(action: string, run: Changes = {}): Changes {
  return event(action, {
    workflow_run: {
      id: 289,
      name: 'CI',
      path: '.github/workflows/ci.yml',
      head_branch: 'main',
      head_sha: '0123456789abcdef0123456789abcdef01234567',
      head_commit: { timestamp: hour(0) },
      status: 'completed',
      conclusion: 'success',
      created_at: hour(1),
      run_started_at: hour(1),
      updated_at: hour(2),
      html_url: `https://github.com/${REPOSITORY}/actions/runs/289`,
      ...run,
    },
  });
}

export function signatureOf(body: string, secret = SECRET): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
