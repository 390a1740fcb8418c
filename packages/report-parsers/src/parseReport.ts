import { decodeText } from './decode/decodeText';
import { isCsv, readCsv } from './decode/readCsv';
import { readJson } from './decode/readJson';
import { isJsonLines, readJsonLines } from './decode/readJsonLines';
import { isTagValue } from './decode/readTagValue';
import { readXmlRoot } from './decode/readXml';
import { formats } from './formats';
import { mergeRuns } from './mergeRuns';
import { isObject } from './shared/json';
import {
  ParseLimits,
  ParsedReport,
  ParsedRun,
  ReportDocument,
  ReportError,
  ReportFormat,
} from './types';

const DEFAULT_LIMITS: ParseLimits = {
  maxBytes: 128 * 1024 * 1024,
  maxDepth: 256,
};

/**
 * What the submitter says beside the report.
 *
 * @public
 */
export interface ParseOptions {
  /** A format id; without it the content tells. */
  format?: string;
  /** The submitter states that an empty body of the given format means that nothing was found. */
  emptyMeansClean?: boolean;
  limits?: Partial<ParseLimits>;
  /** Formats besides {@link listFormats}; these are asked last. */
  moreFormats?: readonly ReportFormat[];
}

/**
 * The formats that reports can have.
 *
 * @public
 */
export function listFormats(): readonly ReportFormat[] {
  return formats;
}

function idsOf(known: readonly ReportFormat[]): string {
  return known.map(format => format.id).join(', ');
}

function formatById(id: string, known: readonly ReportFormat[]): ReportFormat {
  const format = known.find(candidate => candidate.id === id);
  if (format) return format;
  throw new ReportError(
    `There is no format "${id}". The formats are ${idsOf(known)}.`,
  );
}

/**
 * The document of a body; undefined when there is nothing but white space. The
 * text of a JSON document is free again when this returns, which is a third of
 * what a large report needs.
 */
function readDocument(
  body: Uint8Array | string,
  limits: ParseLimits,
): ReportDocument | undefined {
  const decoded = decodeText(body, limits.maxBytes);
  const { text } = decoded;
  if (!/\S/.test(text)) return undefined;
  if (/^\s*</.test(text)) {
    return { kind: 'xml', text, ...readXmlRoot(text) };
  }
  if (isJsonLines(text)) {
    return { kind: 'jsonl', values: readJsonLines(text, limits.maxDepth) };
  }
  if (/^\s*(?:[[{\d-]|true\b|false\b|null\b)/.test(text)) {
    return { kind: 'json', value: readJson(decoded, limits.maxDepth) };
  }
  if (isTagValue(text)) {
    return { kind: 'tag-value', text };
  }
  if (isCsv(text)) {
    return { kind: 'csv', ...readCsv(text) };
  }
  throw new ReportError('The report is neither JSON, XML nor a table (CSV).', {
    line: 1,
  });
}

function namesNoFormat(document: ReportDocument): boolean {
  if (document.kind !== 'json') return false;
  const { value } = document;
  return (
    value === null ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function emptyRun(format: ReportFormat): ParsedRun {
  return {
    tool: { name: format.toolName ?? format.title },
    evidence: 'scan',
    evidenceReason:
      'The report is empty; the submitter states that this means that nothing was found.',
    controlTypes: format.controlTypes,
    findings: [],
    counts: { raw: 0, leftOut: {} },
  };
}

function parseEmpty(
  options: ParseOptions,
  known: readonly ReportFormat[],
): ParsedReport {
  if (options.format === undefined) {
    throw new ReportError(
      'The report is empty, so its format cannot be told. If empty means that nothing was found, name the format and say so (format, emptyMeansClean).',
    );
  }
  const format = formatById(options.format, known);
  if (!options.emptyMeansClean) {
    throw new ReportError(
      `The report is empty. If that means that ${format.title} found nothing, say so (emptyMeansClean).`,
    );
  }
  return { format: format.id, runs: [emptyRun(format)] };
}

function describeDocument(document: ReportDocument): string {
  switch (document.kind) {
    case 'xml':
      return `an XML document of root element "${document.rootName.slice(0, 80)}"`;
    case 'csv':
      return 'a table (CSV) with columns of an unknown kind';
    case 'jsonl':
      return 'lines of JSON of an unknown kind';
    case 'tag-value':
      return 'an SPDX document of tags and values';
    default:
      return 'a JSON document of an unknown kind';
  }
}

function unknownFormat(
  document: ReportDocument,
  known: readonly ReportFormat[],
): ReportError {
  if (namesNoFormat(document)) {
    return new ReportError(
      'The report has no content that tells its format. Name the format (format).',
      { path: '' },
    );
  }
  const what = describeDocument(document);
  return new ReportError(
    `The format of the report is not known: it is ${what}. The formats are ${idsOf(known)}.`,
    {
      path: document.kind === 'xml' ? `/${document.rootName.slice(0, 80)}` : '',
    },
  );
}

/** The document as a format of a kind takes it; undefined when it can't be of that kind. */
function asKind(
  document: ReportDocument,
  kind: ReportDocument['kind'],
): ReportDocument | undefined {
  if (document.kind === kind) return document;
  return kind === 'jsonl' &&
    document.kind === 'json' &&
    isObject(document.value)
    ? { kind, values: [document.value] }
    : undefined;
}

function recognise(
  document: ReportDocument,
  known: readonly ReportFormat[],
): ReportFormat | undefined {
  return known.find(format => {
    const fitting = asKind(document, format.kind);
    return fitting && format.recognises(fitting);
  });
}

const KIND_NAMES: Record<ReportDocument['kind'], string> = {
  json: 'JSON',
  jsonl: 'lines of JSON',
  csv: 'a table (CSV)',
  xml: 'XML',
  'tag-value': 'lines of tags and values',
};

function chosenFormat(
  id: string,
  document: ReportDocument,
  known: readonly ReportFormat[],
): ReportFormat {
  const format = formatById(id, known);
  if (asKind(document, format.kind)) return format;
  const found = recognise(document, known)?.id;
  throw new ReportError(
    `The report is ${KIND_NAMES[document.kind]}, but ${format.id} is ${KIND_NAMES[format.kind]}.${
      found ? ` It looks like ${found}.` : ''
    }`,
  );
}

/** A rule or a title that a tool left empty is named after what there is. */
function nameFindings(runs: ParsedRun[]): ParsedRun[] {
  for (const { findings, tool } of runs) {
    for (const finding of findings) {
      finding.ruleId ||= 'unspecified';
      finding.title ||= `${finding.ruleId} (${tool.name})`;
    }
  }
  return runs;
}

/**
 * The format of a report, by its content alone; undefined when it isn't one of
 * {@link listFormats}.
 *
 * @public
 * @throws {@link ReportError} when the content is neither JSON, XML nor CSV
 */
export function detectFormat(
  body: Uint8Array | string,
  options: Pick<ParseOptions, 'limits'> = {},
): string | undefined {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const document = readDocument(body, limits);
  return document && recognise(document, formats)?.id;
}

/**
 * Reads a scanner's report. Pure and synchronous: large reports belong into a
 * worker thread.
 *
 * @public
 * @throws {@link ReportError} for whatever is wrong with the report; nothing of it counts then
 */
export function parseReport(
  body: Uint8Array | string,
  options: ParseOptions = {},
): ParsedReport {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const document = readDocument(body, limits);
  const known = [...formats, ...(options.moreFormats ?? [])];
  if (!document) return parseEmpty(options, known);
  const format =
    options.format === undefined
      ? recognise(document, known)
      : chosenFormat(options.format, document, known);
  if (!format) throw unknownFormat(document, known);
  return {
    format: format.id,
    runs: mergeRuns(
      nameFindings(
        format.parse(asKind(document, format.kind) ?? document, limits),
      ),
    ),
  };
}
