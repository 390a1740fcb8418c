import { ParsedComponent, ParsedFinding, ParsedLocation } from '../../types';
import { XmlElement, childOf, childrenOf, textOf } from '../../decode/readXml';
import { advisoryIdsIn } from '../../shared/advisories';
import { toLinks } from '../../shared/links';
import { toRepositoryPath } from '../../shared/paths';
import { componentOfPurl, toPurl } from '../../shared/purls';
import {
  severityOfScore,
  severityOfWord,
  toScore,
} from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';

const REFERENCES = 20;
const CONFIDENCES = ['HIGHEST', 'HIGH', 'MEDIUM', 'LOW'] as const;

/** What the findings of a `dependency` share, as the same objects: there may be many of both. */
export interface DependencyContext {
  component: ParsedComponent;
  locations: ParsedLocation[];
}

/** Identifiers, which some reports nest once more. */
function identifiersOf(element: XmlElement | undefined): XmlElement[] {
  return (
    element?.children.flatMap(child =>
      child.name === 'identifiers' ? child.children : [child],
    ) ?? []
  );
}

/** Until 5.0 a Maven artifact was `(group:artifact:version)`. */
function componentOfMaven(text: string): ParsedComponent | undefined {
  const parts = text.replace(/^\(|\)$/g, '').split(':');
  if (parts.length < 3) return undefined;
  const [group, artifact, version] = parts;
  return {
    name: `${group}:${artifact}`,
    version,
    purl: toPurl('maven', group, artifact, version),
  };
}

/** The value of the evidence of a type in which the analysers trust most. */
function surest(
  evidence: readonly XmlElement[],
  type: string,
): string | undefined {
  const values = evidence.filter(item => item.attributes.type === type);
  for (const confidence of CONFIDENCES) {
    const found = values.find(
      item => item.attributes.confidence === confidence,
    );
    const value = textOf(found, 'value');
    if (value) return cut(value, NAME_LENGTH);
  }
  return undefined;
}

function componentOf(
  dependency: XmlElement,
  fileName: string,
): ParsedComponent {
  const identifiers = identifiersOf(childOf(dependency, 'identifiers'));
  for (const { name, children } of identifiers) {
    const id = children.find(child => child.name === 'id')?.text.trim();
    const component = name === 'package' && componentOfPurl(id);
    if (component) return component;
  }
  for (const identifier of identifiers) {
    const text = textOf(identifier, 'name');
    const component =
      identifier.attributes.type === 'maven' && text && componentOfMaven(text);
    if (component) return component;
  }
  // An unidentified file may still tell its product and version.
  const evidence = childrenOf(
    childOf(dependency, 'evidenceCollected'),
    'evidence',
  );
  const name = surest(evidence, 'product');
  const version = surest(evidence, 'version');
  return name && version ? { name, version } : { name: fileName };
}

function locationOf(element: XmlElement): ParsedLocation {
  const path = textOf(element, 'filePath');
  const name = textOf(element, 'fileName');
  return {
    path: path && toRepositoryPath(cut(path, NAME_LENGTH)),
    logicalName: name && cut(name, NAME_LENGTH),
  };
}

/** Name and places of a `dependency`, with those of equal files. */
export function toContext(dependency: XmlElement): DependencyContext {
  const related = childrenOf(
    childOf(dependency, 'relatedDependencies'),
    'relatedDependency',
  );
  const fileName = textOf(dependency, 'fileName') ?? 'unknown file';
  return {
    component: componentOf(dependency, cut(fileName, NAME_LENGTH)),
    locations: [dependency, ...related].map(locationOf),
  };
}

/** CVSS 4 and 3 by their scores, CVSS 2 by its word, else the source's own word. */
function severityOf(
  vulnerability: XmlElement,
): Pick<ParsedFinding, 'severity' | 'toolSeverity' | 'score'> {
  const newest =
    childOf(vulnerability, 'cvssV3') ?? childOf(vulnerability, 'cvssV4');
  const old = childOf(vulnerability, 'cvssV2');
  const newScore = toScore(textOf(newest, 'baseScore'));
  const score =
    newScore ??
    toScore(textOf(old, 'score')) ??
    toScore(textOf(vulnerability, 'cvssScore'));
  const words = [
    textOf(newest, 'baseSeverity'),
    textOf(old, 'severity'),
    textOf(vulnerability, 'severity'),
  ];
  const known = words.find(word => word && severityOfWord(word));
  const byWord = known && severityOfWord(known);
  return {
    severity:
      newScore === undefined
        ? byWord || (score === undefined ? 'medium' : severityOfScore(score))
        : severityOfScore(newScore),
    toolSeverity: textOf(vulnerability, 'severity') ?? known,
    score,
  };
}

function cwesOf(vulnerability: XmlElement): number[] {
  const cwes = new Set<number>();
  addCwesIn(cwes, textOf(vulnerability, 'cwe'));
  for (const cwe of childrenOf(childOf(vulnerability, 'cwes'), 'cwe')) {
    addCwesIn(cwes, cwe.text);
  }
  return [...cwes];
}

/** A `vulnerability` or `suppressedVulnerability` of a dependency. */
export function vulnerabilityToFinding(
  vulnerability: XmlElement,
  context: DependencyContext,
  texts: SharedTexts,
): ParsedFinding {
  const { component } = context;
  const ruleId = cut(
    textOf(vulnerability, 'name') ?? 'unspecified',
    NAME_LENGTH,
  );
  const references = childrenOf(
    childOf(vulnerability, 'references'),
    'reference',
  ).slice(0, REFERENCES);
  const notes = textOf(vulnerability, 'notes');
  const isSuppressed = vulnerability.name === 'suppressedVulnerability';
  return {
    type: 'sca',
    ruleId,
    title: toTitle(
      component.version
        ? `${ruleId} in ${component.name} ${component.version}`
        : `${ruleId} in ${component.name}`,
    ),
    description: texts.share(textOf(vulnerability, 'description')),
    ...severityOf(vulnerability),
    cwes: cwesOf(vulnerability),
    advisoryIds: advisoryIdsIn(ruleId),
    component,
    locations: context.locations,
    links: toLinks(references.map(reference => textOf(reference, 'url'))),
    fingerprints: {},
    partialFingerprints: {},
    suppression: isSuppressed
      ? {
          status: 'accepted',
          kind: 'suppression file',
          justification: notes && cut(notes, NAME_LENGTH),
        }
      : undefined,
  };
}
