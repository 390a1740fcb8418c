import { decodeText } from './decode/decodeText';
import { readJson } from './decode/readJson';
import { readXmlRoot } from './decode/readXml';
import { formats } from './formats';
import { mergeRuns } from './mergeRuns';
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
}

/**
 * The formats that reports can have.
 *
 * @public
 */
export function listFormats(): readonly ReportFormat[] {
  return formats;
}

function formatById(id: string): ReportFormat {
  const format = formats.find(candidate => candidate.id === id);
  if (format) return format;
  throw new ReportError(
    `There is no format "${id}". The formats are ${formats
      .map(candidate => candidate.id)
      .join(', ')}.`,
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
  if (!/^\s*(?:[[{"\d-]|true|false|null)/.test(text)) {
    throw new ReportError('The report is neither JSON nor XML.', { line: 1 });
  }
  return { kind: 'json', value: readJson(decoded, limits.maxDepth) };
}

function namesNoFormat(document: ReportDocument): boolean {
  if (document.kind === 'xml') return false;
  const { value } = document;
  return (
    value === null ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function emptyRun(format: ReportFormat): ParsedRun {
  return {
    tool: { name: format.title },
    evidence: 'scan',
    evidenceReason:
      'The report is empty; the submitter states that this means that nothing was found.',
    controlTypes: format.controlTypes,
    findings: [],
    counts: { raw: 0, leftOut: {} },
  };
}

function parseEmpty(options: ParseOptions): ParsedReport {
  if (options.format === undefined) {
    throw new ReportError(
      'The report is empty, so its format cannot be told. If empty means that nothing was found, name the format and say so (format, emptyMeansClean).',
    );
  }
  const format = formatById(options.format);
  if (!options.emptyMeansClean) {
    throw new ReportError(
      `The report is empty. If that means that ${format.title} found nothing, say so (emptyMeansClean).`,
    );
  }
  return { format: format.id, runs: [emptyRun(format)] };
}

function unknownFormat(document: ReportDocument): ReportError {
  if (namesNoFormat(document)) {
    return new ReportError(
      'The report has no content that tells its format. Name the format (format).',
      { path: '' },
    );
  }
  const what =
    document.kind === 'xml'
      ? `an XML document of root element "${document.rootName.slice(0, 80)}"`
      : 'a JSON document of an unknown kind';
  return new ReportError(
    `The format of the report is not known: it is ${what}. The formats are ${formats
      .map(format => format.id)
      .join(', ')}.`,
    {
      path: document.kind === 'xml' ? `/${document.rootName.slice(0, 80)}` : '',
    },
  );
}

function recognise(document: ReportDocument): ReportFormat | undefined {
  return formats.find(
    format => format.kind === document.kind && format.recognises(document),
  );
}

function chosenFormat(id: string, document: ReportDocument): ReportFormat {
  const format = formatById(id);
  if (format.kind === document.kind) return format;
  const found = recognise(document)?.id;
  throw new ReportError(
    `The report is ${document.kind.toUpperCase()}, but ${format.id} is ${format.kind.toUpperCase()}.${
      found ? ` It looks like ${found}.` : ''
    }`,
  );
}

/**
 * The format of a report, by its content alone; undefined when it isn't one of
 * {@link listFormats}.
 *
 * @public
 * @throws {@link ReportError} when the content is neither JSON nor XML
 */
export function detectFormat(
  body: Uint8Array | string,
  options: Pick<ParseOptions, 'limits'> = {},
): string | undefined {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const document = readDocument(body, limits);
  return document && recognise(document)?.id;
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
  if (!document) return parseEmpty(options);
  const format =
    options.format === undefined
      ? recognise(document)
      : chosenFormat(options.format, document);
  if (!format) throw unknownFormat(document);
  return {
    format: format.id,
    runs: mergeRuns(format.parse(document, limits)),
  };
}
