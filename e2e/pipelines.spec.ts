import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import {
  scriptsOf,
  snippetsOf,
} from '../packages/cli/src/testing/pipelineSnippets';
import { ask, personaToken } from './api';
import { PORTAL_URL } from './portal';
import { sarifOf } from './sarif';
import { OWN_SERVICES, refOf } from './services';

const SERVICE = refOf(OWN_SERVICES.pipeline);
const PAGE = path.resolve(__dirname, '../docs/pipelines.md');
const COMMAND = path.resolve(__dirname, '../packages/cli/bin/synchrony');

/** Puts the command where npm would, instead of asking the registry. */
const NPM = `#!/bin/sh
case "$*" in
'install --global @synchrony/cli') TO=$(dirname "$0") ;;
'install --prefix .synchrony @synchrony/cli') TO=.synchrony/node_modules/.bin ;;
*) exit 1 ;;
esac
mkdir -p "$TO" && ln -s '${COMMAND}' "$TO/synchrony"
`;

/** How a pipeline system runs a script, and how it says what it builds. */
interface System {
  shell: string[];
  variables(commit: string, ref: string): Record<string, string>;
}

const SYSTEMS: Record<string, System> = {
  'GitHub Actions': {
    shell: ['bash', '-e'],
    variables: (commit, ref) => ({ GITHUB_SHA: commit, GITHUB_REF_NAME: ref }),
  },
  'GitLab CI': {
    shell: ['bash', '-eo', 'pipefail'],
    variables: (commit, ref) => ({
      CI_COMMIT_SHA: commit,
      CI_COMMIT_REF_NAME: ref,
    }),
  },
  Jenkins: {
    shell: ['sh', '-xe'],
    variables: (commit, ref) => ({ GIT_COMMIT: commit, BRANCH_NAME: ref }),
  },
  'Azure Pipelines': {
    shell: ['bash', '--noprofile', '--norc'],
    variables: (commit, ref) => ({
      BUILD_SOURCEVERSION: commit,
      BUILD_SOURCEBRANCH: `refs/heads/${ref}`,
    }),
  },
  'Plain curl': {
    shell: ['sh'],
    variables: (commit, ref) => ({ COMMIT: commit, REF: ref }),
  },
};

/** The script of the documentation, for the component of this test. */
function documented(title: string): string {
  const snippet = snippetsOf(PAGE).find(each => each.title === title);
  const [script] = snippet ? scriptsOf(snippet) : [];
  return script.replaceAll('component:default/payments-api', SERVICE);
}

/** Runs a script in an empty workspace with a report, as the system does. */
function run(
  { shell: [shell, ...options] }: System,
  script: string,
  report: object,
  env: Record<string, string>,
) {
  const workspace = mkdtempSync(path.join(os.tmpdir(), 'synchrony-e2e-ci-'));
  const bin = path.join(workspace, 'bin');
  mkdirSync(bin);
  writeFileSync(path.join(bin, 'npm'), NPM, { mode: 0o755 });
  writeFileSync(path.join(workspace, 'results.sarif'), JSON.stringify(report));
  return new Promise<{ code: number | null; output: string }>(resolve => {
    const child = spawn(shell, [...options, '-c', script], {
      cwd: workspace,
      env: {
        PATH: [bin, path.dirname(process.execPath), '/usr/bin', '/bin'].join(
          path.delimiter,
        ),
        HOME: workspace,
        SYNCHRONY_TOKEN: 'demo-ci-token',
        ...env,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output += chunk;
      });
    }
    child.once('close', code => resolve({ code, output }));
  });
}

function shaOf(index: number): string {
  return index.toString(16).repeat(40).slice(0, 40);
}

/** A portal that is away, and says that trying again need not wait. */
async function startPortalThatIsAway() {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(503, { 'retry-after': '0' }).end();
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, server };
}

test('the snippets name the systems that are run here', () => {
  expect(snippetsOf(PAGE).map(({ title }) => title)).toEqual(
    Object.keys(SYSTEMS),
  );
});

Object.entries(SYSTEMS).forEach(([title, system], index) => {
  const script = documented(title);
  const branch = `feature/e2e-${index}`;
  const commits = { main: shaOf(index + 1), branch: shaOf(index + 10) };

  test(`${title}: the report arrives, and the gate lets through or blocks`, async ({
    request,
  }) => {
    const clean = await run(system, script, sarifOf([], title), {
      SYNCHRONY_URL: PORTAL_URL,
      ...system.variables(commits.main, 'main'),
    });
    expect(clean).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^pass: |"verdict": ?"pass"/m),
    });

    const flawed = await run(
      system,
      script,
      sarifOf([{ rule: `e2e-${index}`, title: 'Unsafe codec' }], title),
      {
        SYNCHRONY_URL: PORTAL_URL,
        ...system.variables(commits.branch, branch),
      },
    );
    expect(flawed).toMatchObject({
      code: 5,
      output: expect.stringMatching(/^block: |"verdict": ?"block"/m),
    });

    const reports = await ask(
      request,
      `/ingestion/reports?entityRef=${SERVICE}`,
      await personaToken(request, 'developer'),
    );
    const { items } = await reports.json();
    for (const [commit, ref] of [
      [commits.main, 'main'],
      [commits.branch, branch],
    ]) {
      expect(items).toContainEqual(
        expect.objectContaining({ status: 'processed', commit, ref }),
      );
    }
  });
});

test('while the portal is away builds go on, unless they are told to stop', async () => {
  const { server, url } = await startPortalThatIsAway();
  const away = (title: string, change = (script: string) => script) =>
    run(SYSTEMS[title], change(documented(title)), sarifOf([]), {
      SYNCHRONY_URL: url,
      ...SYSTEMS[title].variables(shaOf(1), 'main'),
    });
  for (const title of Object.keys(SYSTEMS).filter(
    each => each !== 'Plain curl',
  )) {
    expect({ title, ...(await away(title)) }).toMatchObject({
      title,
      code: 0,
      output: expect.stringContaining('Going on without a verdict'),
    });
  }
  expect(
    await away('GitHub Actions', script =>
      script.replace(' || [ $? -eq 4 ]', ''),
    ),
  ).toMatchObject({ code: 4 });
  expect(
    await away('GitHub Actions', script =>
      script.replace(/gate --entity \S+/, '$& --fail-closed'),
    ),
  ).toMatchObject({ code: 4 });
  await new Promise(done => {
    server.close(done);
  });

  // Nobody listens there any more, which curl does not wait out.
  expect(await away('Plain curl')).toMatchObject({ code: 0 });
  const strict = await away('Plain curl', script =>
    script.replaceAll(' || exit 0', ''),
  );
  expect(strict.code).toBeGreaterThan(0);
});
