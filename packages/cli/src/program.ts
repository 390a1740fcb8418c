import { Command, CommanderError } from 'commander';
import { CliError } from './CliError';
import { deployment, DeploymentFlags } from './commands/deployment';
import { gate, GateFlags } from './commands/gate';
import { inspect, InspectFlags } from './commands/inspect';
import { pipelineRun, PipelineRunFlags } from './commands/pipelineRun';
import { status } from './commands/status';
import { upload, UploadFlags } from './commands/upload';
import { EXIT_CODES, ExitCode } from './exitCodes';
import { processTerminal, Terminal } from './terminal';

const EXIT_CODE_HELP = `
Exit codes:
  0  processed, or known already
  1  rejected: the report can't be read
  2  wrong arguments, an unreadable file, or a token that may not do this
  3  quarantined: the component is not in the catalog
  4  Synchrony can't be reached or did not finish in time
  5  blocked by the gate

Environment:
  SYNCHRONY_URL    address of the portal's back end
  SYNCHRONY_TOKEN  a token that may submit reports
  SYNCHRONY_GATE_FAIL_CLOSED  true or false, for gate without --fail-closed`;

/** The commands, without running any. */
export function createProgram(
  terminal: Terminal,
  done: (exitCode: ExitCode) => void,
): Command {
  const program = new Command('synchrony')
    .description('Send security reports to Synchrony.')
    .addHelpText('after', EXIT_CODE_HELP);

  program
    .command('upload')
    .description('Send reports and wait for what becomes of them.')
    .argument('<file...>', 'reports, in any format that Synchrony reads')
    .requiredOption(
      '--entity <ref>',
      'the component that was scanned, like component:default/payments-api',
    )
    .option('--tool <name>', 'the scanner, where the report does not name it')
    .option('--category <name>', 'tells scans of one tool apart')
    .option('--format <id>', 'skip detection, e.g. sarif-2.1.0')
    .option('--ref <name>', 'branch or tag (default: from the pipeline)')
    .option('--commit <sha>', 'commit (default: from the pipeline)')
    .option('--environment <name>', 'where the scanned thing runs')
    .option('--started-at <time>', 'when the scan started, ISO 8601')
    .option('--partial', 'not everything was scanned: resolves nothing')
    .option('--empty-is-clean', 'an empty report means: nothing found')
    .option('--idempotency-key <key>', 'sends the same report at most once')
    .option('--no-wait', 'return as soon as the report is stored')
    .option('--timeout <seconds>', 'longest wait for each report', '300')
    .option('--json', 'one JSON object a line')
    .action(async (files: string[], flags: UploadFlags) =>
      done(await upload(files, flags, terminal)),
    );

  program
    .command('status')
    .description('Show what became of a report.')
    .argument('<id>', 'its report id')
    .option('--json', 'the receipt as JSON')
    .action(async (reportId: string, flags: { json?: boolean }) =>
      done(await status(reportId, flags, terminal)),
    );

  program
    .command('gate')
    .description('Ask whether this may go on: 0 when it may, 5 when not.')
    .requiredOption(
      '--entity <ref>',
      'the component, like component:default/payments-api',
    )
    .option('--ref <name>', 'branch or tag (default: from the pipeline)')
    .option('--commit <sha>', 'commit (default: from the pipeline)')
    .option('--base <name>', 'compare with this (default: the default branch)')
    .option('--policy <id>', 'one of the policies of the portal')
    .option('--fail-closed', 'stop when the gate can’t be asked')
    .option('--no-fail-closed', 'go on then, whatever else says to stop')
    .option('--cache <file>', 'remember here what the policy says of outages')
    .option('--timeout <seconds>', 'longest wait for the answer', '60')
    .option('--json', 'the answer as JSON')
    .action(async (flags: GateFlags) => done(await gate(flags, terminal)));

  program
    .command('inspect')
    .description('Read a report here and show what would be sent.')
    .argument('<file>', 'a report')
    .option('--format <id>', 'skip detection, e.g. sarif-2.1.0')
    .option('--empty-is-clean', 'an empty report means: nothing found')
    .option('--json', 'the same as JSON')
    .action(async (file: string, flags: InspectFlags) =>
      done(await inspect(file, flags, terminal)),
    );

  program
    .command('deployment')
    .description('Record a deployment that has ended.')
    .requiredOption('--entity <ref>', 'the component that was deployed')
    .requiredOption('--environment <name>', 'where to, like production')
    .requiredOption('--id <id>', 'its id; sent again, the later state counts')
    .requiredOption('--outcome <word>', 'succeeded, failed or rolled_back')
    .option('--release <version>', 'the version that was deployed')
    .option('--commit <sha>', 'commit (default: from the pipeline)')
    .option('--commit-time <time>', 'when the commit was made, ISO 8601')
    .option('--started-at <time>', 'ISO 8601')
    .option('--finished-at <time>', 'ISO 8601 (default: now)')
    .option('--kind <word>', 'planned, or unplanned because of an incident')
    .option('--recovers <id>', 'the failed deployment that this one recovers')
    .option('--artifact-digest <digest>', 'what was deployed, like sha256:…')
    .option('--url <address>', 'where it can be looked at')
    .option('--timeout <seconds>', 'longest wait for the answer', '60')
    .option('--json', 'the answer as JSON')
    .action(async (flags: DeploymentFlags) =>
      done(await deployment(flags, terminal)),
    );

  program
    .command('pipeline-run')
    .description('Record a run of a pipeline that has ended.')
    .requiredOption('--entity <ref>', 'the component that was built')
    .requiredOption('--pipeline <name>', 'which pipeline')
    .requiredOption(
      '--run-id <id>',
      'its id; sent again, the later state counts',
    )
    .requiredOption('--outcome <word>', 'succeeded, failed or cancelled')
    .requiredOption('--started-at <time>', 'ISO 8601')
    .requiredOption('--url <address>', 'where it can be looked at')
    .option('--finished-at <time>', 'ISO 8601 (default: now)')
    .option('--ref <name>', 'branch or tag (default: from the pipeline)')
    .option('--commit <sha>', 'commit (default: from the pipeline)')
    .option('--commit-time <time>', 'when the commit was made, ISO 8601')
    .option('--gate-verdict <word>', 'what the gate said: pass, warn or block')
    .option('--gate-policy <id>', 'the policy that it was asked for', 'default')
    .option('--gate-ignored', 'the pipeline went on although it was blocked')
    .option('--timeout <seconds>', 'longest wait for the answer', '60')
    .option('--json', 'the answer as JSON')
    .action(async (flags: PipelineRunFlags) =>
      done(await pipelineRun(flags, terminal)),
    );

  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: text => terminal.out(text.trimEnd()),
      writeErr: text => terminal.err(text.trimEnd()),
    });
  }
  return program;
}

/**
 * Runs the command line and resolves to its exit code.
 *
 * @public
 */
export async function run(
  argv: string[],
  terminal: Terminal = processTerminal,
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT_CODES.ok;
  const program = createProgram(terminal, code => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT_CODES.ok : EXIT_CODES.usage;
    }
    if (error instanceof CliError) {
      terminal.err(error.message);
      return error.exitCode;
    }
    throw error;
  }
}

/**
 * Runs the command line of this process.
 *
 * @public
 */
export function main(argv: string[]): void {
  run(argv).then(
    exitCode => {
      process.exitCode = exitCode;
    },
    (error: Error) => {
      processTerminal.err(`Something unexpected went wrong: ${error.message}`);
      process.exitCode = EXIT_CODES.unavailable;
    },
  );
}
