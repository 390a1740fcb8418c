/** Where commands write, and what they read besides files. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  environment: NodeJS.ProcessEnv;
}

/** The terminal of this process. */
export const processTerminal: Terminal = {
  out: line => process.stdout.write(`${line}\n`),
  err: line => process.stderr.write(`${line}\n`),
  environment: process.env,
};
