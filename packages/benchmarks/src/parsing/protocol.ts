/** What one child process does with one report, so that its peak memory is its own. */
export type ParsingMode =
  /** Loads the code and nothing else. */
  | 'nothing'
  /** `JSON.parse` of the text. */
  | 'json'
  /** The bytes of the report to findings. */
  | 'findings';

export interface ParsingTask {
  mode: ParsingMode;
  file: string;
  warmUps: number;
  runs: number;
}

export interface ParsingResult {
  /** Seconds of each run. */
  seconds: number[];
  /** Largest resident size of the process in its life. */
  peakBytes: number;
  /** Findings of the last run. */
  findings: number;
}
