import { Severity } from '@synchrony/backstage-plugin-ingestion-common';
import { Random } from '../../random';
import { DemoScope, Weakness } from '../types';
import { advisoriesOf } from './advisories';
import { ECOSYSTEM_OF_STACK } from './packages';
import { codePath, secretPath } from './paths';
import {
  codeRulesOf,
  CONFIGURATION_CHECKS,
  GITLEAKS_RULES,
  SECRETLINT_RULES,
  WEB_ALERTS,
} from './rules';

/** What tells a weakness from every other one of its scope. */
export function weaknessKey(weakness: Weakness): string {
  switch (weakness.kind) {
    case 'package':
      return weakness.advisory.id;
    case 'code':
      return `${weakness.rule.id} ${weakness.path}`;
    case 'secret':
      return `${weakness.rule.id} ${weakness.path}`;
    case 'web':
      return weakness.alert.id;
    default:
      return weakness.check.id;
  }
}

/** A weakness of that severity that the scope's scanner could find. */
export function inventWeakness(
  scope: DemoScope,
  severity: Severity,
  random: Random,
): Weakness | undefined {
  const { component, scanner } = scope;
  switch (scanner) {
    case 'trivy-fs':
    case 'grype':
    case 'dependency-track':
    case 'trivy-image': {
      const ecosystem =
        scanner === 'trivy-image'
          ? 'deb'
          : ECOSYSTEM_OF_STACK[component.stack].ecosystem;
      const advisory = random.pick(advisoriesOf(ecosystem, severity));
      return advisory && { kind: 'package', advisory };
    }
    case 'codeql':
    case 'semgrep': {
      const rules = codeRulesOf(component.stack).filter(
        rule => rule.severity === severity,
      );
      const rule = random.pick(rules);
      return (
        rule && {
          kind: 'code',
          rule,
          path: codePath(component, random),
          line: random.between(12, 380),
          hash: `${random.hex(16)}:1`,
        }
      );
    }
    case 'gitleaks':
    case 'secretlint': {
      // Gitleaks gives no severity, which reads as medium; secretlint's is "error".
      const own = scanner === 'gitleaks' ? 'medium' : 'high';
      if (severity !== own) {
        return undefined;
      }
      return {
        kind: 'secret',
        rule: random.pick(
          scanner === 'gitleaks' ? GITLEAKS_RULES : SECRETLINT_RULES,
        ),
        path: secretPath(random),
        line: random.between(3, 60),
      };
    }
    case 'zap-json':
    case 'zap-xml': {
      const alert = random.pick(
        WEB_ALERTS.filter(each => each.severity === severity),
      );
      return (
        alert && {
          kind: 'web',
          alert,
          paths: random.sample(
            ['/', '/login', '/accounts', '/payees', '/settings', '/help'],
            random.between(1, 3),
          ),
        }
      );
    }
    default: {
      const check = random.pick(
        CONFIGURATION_CHECKS.filter(each => each.severity === severity),
      );
      return (
        check && {
          kind: 'configuration',
          check,
          path: random.pick([
            'deploy/base/deployment.yaml',
            'deploy/overlays/prod/deployment.yaml',
            'infra/main.tf',
            'infra/storage.tf',
          ]),
        }
      );
    }
  }
}
