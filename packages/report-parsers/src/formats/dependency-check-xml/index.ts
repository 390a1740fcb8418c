import { ParsedFinding, ParsedRun, ReportFormat } from '../../types';
import { XmlElement, childOf, readXml, textOf } from '../../decode/readXml';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut } from '../../shared/text';
import { toIsoTime } from '../../shared/times';
import { toContext, vulnerabilityToFinding } from './vulnerabilities';

const NAMESPACE = /dependency[-_]?check/i;
const VULNERABILITIES = new Set(['vulnerability', 'suppressedVulnerability']);

/** The root's members that are small, and are read whole. */
const HEADERS = new Set(['scanInfo', 'projectInfo']);

/** Builds a run from the elements as they come, without holding the document. */
class ReportReader {
  readonly #findings: ParsedFinding[] = [];
  readonly #texts = new SharedTexts();
  readonly #headers = new Map<string, XmlElement>();
  #hasDependencies = false;

  open({ name }: XmlElement, path: readonly string[]): boolean {
    if (path.length === 2 && name === 'dependencies') {
      this.#hasDependencies = true;
    }
    return (
      (path.length === 2 && HEADERS.has(name)) ||
      (path.length === 3 && name === 'dependency')
    );
  }

  whole(element: XmlElement): void {
    if (element.name !== 'dependency') {
      this.#headers.set(element.name, element);
      return;
    }
    const list = childOf(element, 'vulnerabilities');
    if (!list) return;
    const context = toContext(element);
    for (const child of list.children) {
      if (VULNERABILITIES.has(child.name)) {
        this.#findings.push(
          vulnerabilityToFinding(child, context, this.#texts),
        );
      }
    }
  }

  finish(): ParsedRun {
    const scan = this.#headers.get('scanInfo');
    const project = this.#headers.get('projectInfo');
    const name = textOf(project, 'name');
    return {
      tool: {
        name: 'OWASP Dependency-Check',
        version: textOf(scan, 'engineVersion'),
      },
      ...this.#evidence(scan),
      category: name && cut(name, NAME_LENGTH),
      scannedAt: toIsoTime(textOf(project, 'reportDate')),
      findings: this.#findings,
      counts: { raw: this.#findings.length, leftOut: {} },
    };
  }

  #evidence(
    scan: XmlElement | undefined,
  ): Pick<ParsedRun, 'evidence' | 'evidenceReason' | 'controlTypes'> {
    if (!this.#hasDependencies) {
      return {
        evidence: 'none',
        evidenceReason: 'The report has no list of dependencies.',
        controlTypes: [],
      };
    }
    const exceptions = childOf(scan, 'analysisExceptions')?.children ?? [];
    return exceptions.length > 0
      ? {
          evidence: 'partial',
          evidenceReason: `Dependency-Check reports an exception: ${cut(
            textOf(exceptions[0], 'message') ?? 'no reason given',
            300,
          )}`,
          controlTypes: ['sca'],
        }
      : { evidence: 'scan', controlTypes: ['sca'] };
  }
}

/**
 * The XML report of OWASP Dependency-Check. One finding per vulnerability of a
 * dependency, with the places of equal files; suppressed ones are kept as such.
 */
export const dependencyCheckXml: ReportFormat = {
  id: 'dependency-check-xml',
  title: 'OWASP Dependency-Check XML',
  documentation:
    'https://jeremylong.github.io/DependencyCheck/general/thereport.html',
  kind: 'xml',
  controlTypes: ['sca'],
  recognises(document) {
    return (
      document.kind === 'xml' &&
      document.rootName === 'analysis' &&
      NAMESPACE.test(document.rootNamespace)
    );
  },
  parse(document, limits) {
    const reader = new ReportReader();
    readXml(document.kind === 'xml' ? document.text : '', limits, reader);
    return [reader.finish()];
  },
};
