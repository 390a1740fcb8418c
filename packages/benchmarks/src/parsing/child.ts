import { readFileSync } from 'node:fs';
import { parseReport } from '@synchrony/report-parsers';
import { replyWith } from '../harness/childProcess';
import { peakResidentBytes } from './peakResidentBytes';
import { ParsingResult, ParsingTask } from './protocol';

function workOf({ mode, file }: ParsingTask): () => number {
  if (mode === 'nothing') {
    return () => 0;
  }
  const body = readFileSync(file);
  if (mode === 'findings') {
    return () =>
      parseReport(body).runs.reduce((sum, run) => sum + run.findings.length, 0);
  }
  const text = body.toString('utf8');
  return () => JSON.parse(text).runs[0].results.length;
}

function carryOut(task: ParsingTask): ParsingResult {
  const work = workOf(task);
  for (let run = 0; run < task.warmUps; run++) {
    work();
  }
  const seconds: number[] = [];
  let findings = 0;
  for (let run = 0; run < task.runs; run++) {
    const start = performance.now();
    findings = work();
    seconds.push((performance.now() - start) / 1000);
  }
  return {
    seconds,
    findings,
    peakBytes: peakResidentBytes(),
  };
}

replyWith(carryOut);
