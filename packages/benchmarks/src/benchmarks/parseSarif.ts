import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateSarif } from '@synchrony/report-parsers/testing';
import { megabytes, number, ratio } from '../harness/numbers';
import { median } from '../harness/statistics';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { inChild } from '../parsing/inChild';
import { ParsingMode, ParsingResult } from '../parsing/protocol';

/** Runs that warm the code up; the compiler needs more than one. */
const WARM_UPS = 2;

async function report(
  context: BenchmarkContext,
  results: number,
  rules: number,
): Promise<string> {
  const file = path.join(context.folder, `parse-${results}-${rules}.sarif`);
  await writeFile(file, generateSarif({ results, rules }));
  return file;
}

function timed(
  { sizes }: BenchmarkContext,
  mode: ParsingMode,
  file: string,
): Promise<ParsingResult> {
  return inChild({ mode, file, warmUps: WARM_UPS, runs: sizes.runs });
}

function once(mode: ParsingMode, file: string): Promise<ParsingResult> {
  return inChild({ mode, file, warmUps: 0, runs: 1 });
}

async function speed(
  context: BenchmarkContext,
  file: string,
): Promise<Comparison> {
  const { parsedResults } = context.sizes;
  const json = median((await timed(context, 'json', file)).seconds);
  const findings = await timed(context, 'findings', file);
  const ours = median(findings.seconds);
  return {
    work: 'SARIF to findings',
    ours: `${number(findings.findings / ours)} findings/s`,
    beside: `JSON.parse: ${number(parsedResults / json)} results/s`,
    ratio: ratio(json / ours),
    reach: '≥ 0.25×',
    met: json / ours >= 0.25,
    notes: [
      'From the bytes of the body to findings, one thread; JSON.parse has the text decoded already.',
      'Identities are given in the import (its own lines), not here.',
    ],
  };
}

async function memory(file: string): Promise<Comparison> {
  const { size } = await stat(file);
  const { peakBytes: loaded } = await once('nothing', file);
  const json = (await once('json', file)).peakBytes - loaded;
  const ours = (await once('findings', file)).peakBytes - loaded;
  return {
    work: 'SARIF to findings, peak memory',
    ours: megabytes(ours),
    beside: `file ${megabytes(size)}; JSON.parse ${megabytes(json)}`,
    ratio: ratio(ours / size),
    reach: '< 6×',
    met: ours / size < 6,
    notes: [
      `Largest resident size of a process that parses the report once, less the ${megabytes(loaded)} that it has when only the code is loaded.`,
    ],
  };
}

async function linearity(context: BenchmarkContext): Promise<Comparison> {
  const { resultsOfOneRule: results, rules } = context.sizes;
  const ofOne = await timed(
    context,
    'findings',
    await report(context, results, 1),
  );
  const ofMany = await timed(
    context,
    'findings',
    await report(context, results, rules),
  );
  const factor = median(ofOne.seconds) / median(ofMany.seconds);
  return {
    work: `SARIF, ${number(results)} results of one rule`,
    ours: `${number(results / median(ofOne.seconds))} findings/s`,
    beside: `of ${rules} rules: ${number(results / median(ofMany.seconds))} findings/s`,
    ratio: ratio(1 / factor),
    reach: 'linear (≥ 0.67×)',
    met: factor <= 1.5,
    notes: [],
  };
}

export const parseSarif: Benchmark = {
  name: 'parse',
  title: 'SARIF beside JSON.parse',
  async run(context) {
    const { parsedResults, rules } = context.sizes;
    const file = await report(context, parsedResults, rules);
    return [
      await speed(context, file),
      await memory(file),
      await linearity(context),
    ];
  },
};
