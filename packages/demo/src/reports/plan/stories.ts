import { DemoComponent } from '../../organisation';
import { DemoFinding, DemoScope, endOf, Weakness } from '../types';
import {
  advisoriesOf,
  Advisory,
  storyAdvisory,
} from '../weaknesses/advisories';
import { codeRulesOf, WEB_ALERTS } from '../weaknesses/rules';
import { emptyScope } from './scopes';
import { daysToFix } from './sla';

const SOURCES = 'src/main/java/example/larkhill/instantpayments';

/** Adds an open finding that was first seen in the scan of that age. */
function openSince(
  scope: DemoScope,
  age: number,
  weakness: Weakness,
  severity: DemoFinding['severity'],
): void {
  const from = scope.scans.indexOf(age);
  if (from < 0) {
    throw new TypeError(`${scope.scanner} has no scan ${age} days ago`);
  }
  scope.findings.push({ severity, weakness, present: [[from, endOf(scope)]] });
}

function openAdvisory(scope: DemoScope, age: number, advisory: Advisory): void {
  openSince(scope, age, { kind: 'package', advisory }, advisory.severity);
}

function openCode(
  scope: DemoScope,
  age: number,
  ruleId: string,
  place: { file: string; line: number },
): void {
  const rule = codeRulesOf('java').find(({ id }) => id === ruleId)!;
  openSince(
    scope,
    age,
    {
      kind: 'code',
      rule,
      path: `${SOURCES}/${place.file}`,
      line: place.line,
      hash: `${Buffer.from(place.file).toString('hex').slice(0, 16)}:${place.line % 3}`,
    },
    rule.severity,
  );
}

function dependencies(component: DemoComponent): DemoScope {
  const scope = emptyScope(
    component,
    'trivy-fs',
    [90, 83, 76, 69, 62, 55, 48, 41, 34, 28, 22, 15, 8, 3, 0.15],
  );
  openAdvisory(scope, 3, storyAdvisory('DEMO-2026-0007'));
  openAdvisory(scope, 28, storyAdvisory('DEMO-2026-0031'));
  openAdvisory(scope, 22, storyAdvisory('DEMO-2026-0012'));
  const medium = advisoriesOf('maven', 'medium');
  for (const [index, advisory] of medium.slice(0, 6).entries()) {
    openAdvisory(scope, [41, 41, 48, 34, 15, 8][index], advisory);
  }
  const low = advisoriesOf('maven', 'low');
  for (const [index, advisory] of low.slice(0, 5).entries()) {
    openAdvisory(scope, [90, 76, 62, 34, 22][index], advisory);
  }
  for (const [index, advisory] of medium.slice(8, 14).entries()) {
    scope.findings.push({
      severity: advisory.severity,
      weakness: { kind: 'package', advisory },
      present: [[index, index + 3]],
    });
  }
  return scope;
}

/** Its own Grype scan disagrees with Trivy about DEMO-2026-0031. */
function secondOpinion(component: DemoComponent): DemoScope {
  const scope = emptyScope(component, 'grype', [27, 20, 13, 6]);
  const advisory = storyAdvisory('DEMO-2026-0031');
  scope.findings.push({
    severity: 'high',
    weakness: {
      kind: 'package',
      advisory: { ...advisory, severity: 'medium', score: 5.9 },
    },
    present: [[0, endOf(scope)]],
  });
  return scope;
}

function code(component: DemoComponent): DemoScope {
  const scope = emptyScope(
    component,
    'codeql',
    [89, 75, 61, 47, 33, 19, 17, 5],
  );
  scope.partial.add(scope.scans.indexOf(5));
  openCode(scope, 19, 'java/ssrf', {
    file: 'callback/CallbackDispatcher.java',
    line: 88,
  });
  openCode(scope, 19, 'java/ssrf', {
    file: 'callback/RetryPolicy.java',
    line: 141,
  });
  openCode(scope, 33, 'java/log-injection', {
    file: 'transfer/TransferController.java',
    line: 57,
  });
  openCode(scope, 47, 'java/insecure-randomness', {
    file: 'limit/LimitTokenService.java',
    line: 34,
  });
  openCode(scope, 47, 'java/sensitive-log', {
    file: 'account/AccountMapper.java',
    line: 203,
  });
  openCode(scope, 33, 'java/error-message-exposure', {
    file: 'transfer/TransferErrors.java',
    line: 29,
  });
  return scope;
}

function image(component: DemoComponent): DemoScope {
  const scope = emptyScope(
    component,
    'trivy-image',
    [66, 59, 52, 45, 38, 31, 26, 24, 17, 9, 2],
  );
  openAdvisory(scope, 24, storyAdvisory('DEMO-2026-0044'));
  openAdvisory(scope, 26, storyAdvisory('DEMO-2026-0040'));
  const [medium, otherMedium] = advisoriesOf('deb', 'medium');
  openAdvisory(scope, 38, medium);
  openAdvisory(scope, 17, otherMedium);
  const [low] = advisoriesOf('deb', 'low');
  openAdvisory(scope, 59, low);
  return scope;
}

function web(component: DemoComponent): DemoScope {
  const scope = emptyScope(component, 'zap-json', [65, 44, 23, 2]);
  for (const [id, age] of [
    ['10038', 23],
    ['10098', 44],
    ['90003', 2],
    ['10035', 65],
  ] as const) {
    const alert = WEB_ALERTS.find(each => each.id === id)!;
    openSince(
      scope,
      age,
      { kind: 'web', alert, paths: ['/transfers', '/status', '/docs'] },
      alert.severity,
    );
  }
  return scope;
}

/** All scans of the service that most stories are about. */
export function instantPaymentsScopes(component: DemoComponent): DemoScope[] {
  return [
    dependencies(component),
    secondOpinion(component),
    emptyScope(
      component,
      'gitleaks',
      [88, 81, 74, 67, 60, 53, 46, 39, 32, 25, 18, 11, 4, 0.12],
    ),
    code(component),
    image(component),
    web(component),
  ];
}

/** Opens a critical finding that is a few days overdue. */
export function openJustOverdue(scope: DemoScope): void {
  const days = daysToFix(scope.component, 'critical')!;
  const age = [...scope.scans].reverse().find(each => each >= days + 0.75)!;
  const [advisory] = advisoriesOf('golang', 'critical');
  openAdvisory(scope, age, advisory);
}
