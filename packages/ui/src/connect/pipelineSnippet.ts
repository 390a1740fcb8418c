/** A pipeline system that there is a snippet for. @public */
export const PIPELINE_SYSTEMS = [
  'github',
  'gitlab',
  'jenkins',
  'azure',
  'curl',
] as const;

/** @public */
export type PipelineSystem = (typeof PIPELINE_SYSTEMS)[number];

/** @public */
export const PIPELINE_SYSTEM_LABELS: Record<PipelineSystem, string> = {
  github: 'GitHub Actions',
  gitlab: 'GitLab CI',
  jenkins: 'Jenkins',
  azure: 'Azure Pipelines',
  curl: 'Plain curl',
};

/** What a snippet is filled in with. @public */
export interface PipelineSnippetOptions {
  /** Of the component whose pipeline it is. */
  entityRef: string;
  /** Base URL of the portal's back end, e.g. `https://portal.example.com`. */
  backendUrl: string;
}

/** Sends the report and asks the gate; a portal that is away stops nothing. */
function steps(entityRef: string): string[] {
  return [
    `synchrony upload results.sarif --entity ${entityRef} || [ $? -eq 4 ]`,
    `synchrony gate --entity ${entityRef}`,
  ];
}

function indented(lines: string[], spaces: number): string {
  return lines.map(line => `${' '.repeat(spaces)}${line}`).join('\n');
}

const SNIPPETS: Record<
  PipelineSystem,
  (options: PipelineSnippetOptions) => string
> = {
  github: ({ entityRef }) => `jobs:
  synchrony:
    runs-on: ubuntu-latest
    env:
      SYNCHRONY_URL: \${{ vars.SYNCHRONY_URL }}
      SYNCHRONY_TOKEN: \${{ secrets.SYNCHRONY_TOKEN }}
    steps:
      - uses: actions/checkout@v4
      # Here your scanner writes results.sarif.
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - name: Send the report and ask the gate
        run: |
          npm install --global @synchrony/cli
${indented(steps(entityRef), 10)}`,
  gitlab: ({ entityRef }) => `synchrony:
  image: node:24
  needs: [scan] # the job that keeps results.sarif as an artifact
  script:
    - |
      npm install --global @synchrony/cli
${indented(steps(entityRef), 6)}`,
  jenkins: ({ backendUrl, entityRef }) => `pipeline {
  agent any
  environment {
    SYNCHRONY_URL = '${backendUrl}'
    SYNCHRONY_TOKEN = credentials('synchrony-token')
  }
  stages {
    stage('Synchrony') {
      steps {
        sh '''
          npm install --prefix .synchrony @synchrony/cli
          PATH="$PWD/.synchrony/node_modules/.bin:$PATH"
${indented(steps(entityRef), 10)}
        '''
      }
    }
  }
}`,
  azure: ({ entityRef }) => `steps:
  - task: NodeTool@0
    inputs:
      versionSpec: '24.x'
  - bash: |
      set -e
      npm install --global @synchrony/cli
${indented(steps(entityRef), 6)}
    displayName: Send the report and ask the gate
    env:
      SYNCHRONY_URL: $(SYNCHRONY_URL)
      SYNCHRONY_TOKEN: $(SYNCHRONY_TOKEN)`,
  curl: ({ entityRef }) => `set -eu
ENTITY=${entityRef}
API="$SYNCHRONY_URL/api/ingestion"
ask() { curl -sS --fail --retry 5 --max-time 90 -H "Authorization: Bearer $SYNCHRONY_TOKEN" "$@"; }

RECEIPT=$(ask --data-binary @results.sarif -H 'Content-Type: application/octet-stream' \\
  "$API/reports?entityRef=$ENTITY&ref=$REF&commit=$COMMIT") || exit 0
REPORT=$(printf '%s' "$RECEIPT" | tr -d ' \\n' | sed 's/.*"reportId":"\\([^"]*\\)".*/\\1/')
ask "$API/reports/$REPORT?wait=60" || exit 0

ANSWER=$(ask -H 'Content-Type: application/json' "$API/gate" \\
  --data "{\\"entityRef\\":\\"$ENTITY\\",\\"ref\\":\\"$REF\\",\\"commit\\":\\"$COMMIT\\"}") || exit 0
printf '%s\\n' "$ANSWER"
case $(printf '%s' "$ANSWER" | tr -d ' \\n') in *'"verdict":"block"'*) exit 5 ;; esac`,
};

/**
 * What to put into a pipeline so that it sends a report and asks the gate.
 * Secrets stay variables. The same text as in docs/pipelines.md.
 *
 * @public
 */
export function pipelineSnippet(
  system: PipelineSystem,
  options: PipelineSnippetOptions,
): string {
  return SNIPPETS[system](options);
}
