import { Cell, Layout } from '../rows';

/** What a file says about itself. */
export interface FileFacts {
  /** Milliseconds; a file with an earlier one is older. */
  dataDate: number;
  /** As the publisher calls it. */
  version?: string;
}

/** Some rows, and the lines that they come from. */
export interface RowBatch {
  rows: Cell[][];
  firstLine: number;
  lastLine: number;
}

/** Rows of a file in batches, and in the end what it says about itself. */
export type RowReader = (
  text: AsyncIterable<string>,
) => AsyncGenerator<RowBatch, FileFacts>;

/** Rows a batch, one statement each. */
export const ROWS_A_BATCH = 1000;

export const EPSS_LAYOUT = {
  cve: 'text',
  epss: 'double precision',
  percentile: 'double precision',
  likelihood: 'smallint',
} as const satisfies Layout;

export const KEV_LAYOUT = {
  cve: 'text',
  added_at: 'bigint',
  ransomware: 'boolean',
} as const satisfies Layout;

export const SSVC_LAYOUT = {
  cve: 'text',
  exploitation: 'smallint',
  automatable: 'smallint',
  total_impact: 'smallint',
} as const satisfies Layout;

/** An id such as `CVE-2026-12345`, of any issuer. */
export const ADVISORY_ID = /^[A-Za-z][A-Za-z0-9]*-\d{4}-\d{3,19}$/;

/** As ids are stored and compared. */
export function toToken(id: string): string {
  return id.toLocaleLowerCase('en-US');
}
