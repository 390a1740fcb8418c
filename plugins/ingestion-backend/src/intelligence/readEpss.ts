import { Cell } from '../rows';
import { FileFault } from './FileFault';
import {
  ADVISORY_ID,
  FileFacts,
  RowBatch,
  ROWS_A_BATCH,
  toToken,
} from './types';

const LONGEST_LINE = 1_000;
const HEADER = 'cve,epss,percentile';
const NUMBER = /^(?:0|1|0?\.\d+|0\.\d*|1\.0*|\d(?:\.\d+)?[eE]-\d+)$/;

/** 10 to 100 in whole steps, so that small moves change no order. */
export function likelihoodOf(epss: number): number {
  return 10 + Math.floor(epss * 90);
}

/**
 * FIRST's file: a comment with model version and score date, the names of the
 * columns, and a row a CVE.
 */
export async function* readEpss(
  text: AsyncIterable<string>,
): AsyncGenerator<RowBatch, FileFacts> {
  let facts: FileFacts | undefined;
  let rows: Cell[][] = [];
  let firstLine = 3;
  let number = 0;
  for await (const line of linesOf(text)) {
    number += 1;
    if (number === 1) {
      facts = readComment(line);
    } else if (number === 2) {
      assertHeader(line);
    } else {
      rows.push(readRow(line, number));
      if (rows.length === ROWS_A_BATCH) {
        yield { rows, firstLine, lastLine: number };
        rows = [];
        firstLine = number + 1;
      }
    }
  }
  if (!facts || number < 3) {
    throw new FileFault('the file ends before its first row', number + 1, 1);
  }
  if (rows.length > 0) {
    yield { rows, firstLine, lastLine: number };
  }
  return facts;
}

/** A last line without an end may be half a row: the file was cut off. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let number = 1;
  for await (const part of text) {
    rest += part;
    let start = 0;
    for (
      let end = rest.indexOf('\n');
      end !== -1;
      end = rest.indexOf('\n', start)
    ) {
      yield rest.slice(start, rest[end - 1] === '\r' ? end - 1 : end);
      number += 1;
      start = end + 1;
    }
    rest = rest.slice(start);
    if (rest.length > LONGEST_LINE) {
      throw new FileFault('the line is too long for this file', number, 1);
    }
  }
  if (rest !== '') {
    throw new FileFault(
      'the last line does not end; the file seems to be cut off',
      number,
      rest.length + 1,
    );
  }
}

function readComment(line: string): FileFacts {
  const match =
    /^\ufeff?#\s*model_version:([^,\s]+)\s*,\s*score_date:(\S+)\s*$/.exec(line);
  if (!match) {
    throw new FileFault(
      'expected #model_version:…,score_date:… as the first line',
      1,
      1,
    );
  }
  const dataDate = Date.parse(match[2].replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (Number.isNaN(dataDate)) {
    throw new FileFault(
      `score_date ${match[2]} is no date`,
      1,
      line.indexOf(match[2]) + 1,
    );
  }
  return { dataDate, version: match[1] };
}

function assertHeader(line: string): void {
  if (line.replaceAll(' ', '') !== HEADER) {
    throw new FileFault(`expected ${HEADER}`, 2, 1);
  }
}

function readRow(line: string, number: number): Cell[] {
  const parts = line.split(',');
  if (parts.length !== 3) {
    throw new FileFault(
      `expected 3 columns, found ${parts.length}`,
      number,
      line.length + 1,
    );
  }
  const [id, epssText, percentileText] = parts;
  if (!ADVISORY_ID.test(id)) {
    throw new FileFault(`cve: "${id.slice(0, 40)}" is no CVE id`, number, 1);
  }
  const epss = readShare('epss', epssText, number, id.length + 2);
  const percentile = readShare(
    'percentile',
    percentileText,
    number,
    id.length + epssText.length + 3,
  );
  return [toToken(id), epss, percentile, likelihoodOf(epss)];
}

function readShare(
  name: string,
  text: string,
  line: number,
  column: number,
): number {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  if (!(value >= 0 && value <= 1)) {
    throw new FileFault(
      `${name}: "${text.slice(0, 40)}" is no number from 0 to 1`,
      line,
      column,
    );
  }
  return value;
}
