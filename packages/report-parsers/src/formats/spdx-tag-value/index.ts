import { ReportError, ReportFormat } from '../../types';
import { TagValue, readTagValues } from '../../decode/readTagValue';
import { SpdxDocument, SpdxPackage, known } from '../spdx/model';
import { toRuns } from '../spdx/toRuns';

const PURL_REFERENCE = /^PACKAGE[-_]MANAGER\s+purl\s+(\S+)/;

/** Where what a package is ends: the tags of files and others describe these. */
const OTHER_ELEMENTS = new Set(['FileName', 'SnippetSPDXID', 'LicenseID']);

/** Builds a document from its tags as they come. */
class DocumentReader {
  readonly document: SpdxDocument = {
    tools: [],
    packages: [],
    relationships: [],
    described: [],
  };
  #package: SpdxPackage | undefined;
  #declared: string | undefined;

  take({ line, tag, value }: TagValue): void {
    if (tag === 'PackageName') {
      this.#begin(value, line);
    } else if (OTHER_ELEMENTS.has(tag)) {
      this.#end();
    } else if (tag === 'Relationship') {
      this.#relate(value, line);
    } else if (this.#package) {
      this.#describe(this.#package, tag, value);
    } else {
      this.#introduce(tag, value);
    }
  }

  finish(): SpdxDocument {
    this.#end();
    return this.document;
  }

  #begin(name: string, line: number): void {
    this.#end();
    this.#package = { id: `#${line}`, name: known(name), licences: [] };
    this.document.packages.push(this.#package);
  }

  /** What was concluded counts, else what the authors declare. */
  #end(): void {
    if (this.#package?.licences.length === 0 && this.#declared) {
      this.#package.licences.push(this.#declared);
    }
    this.#package = undefined;
    this.#declared = undefined;
  }

  #introduce(tag: string, value: string): void {
    if (tag === 'DocumentName') this.document.name = known(value);
    if (tag === 'Created') this.document.created = value;
    if (tag === 'Creator' && value.startsWith('Tool:')) {
      this.document.tools.push(value.slice('Tool:'.length).trim());
    }
  }

  #describe(item: SpdxPackage, tag: string, value: string): void {
    switch (tag) {
      case 'SPDXID':
        item.id = value;
        break;
      case 'PackageVersion':
        item.version = known(value);
        break;
      case 'PrimaryPackagePurpose':
        item.purpose = known(value);
        break;
      case 'ExternalRef':
        item.purl ??= PURL_REFERENCE.exec(value)?.[1];
        break;
      case 'PackageLicenseConcluded':
        if (known(value)) item.licences.push(value);
        break;
      case 'PackageLicenseDeclared':
        this.#declared = known(value);
        break;
      default:
    }
  }

  #relate(value: string, line: number): void {
    const [from, type, to] = value.split(/\s+/, 4);
    if (!from || !type || !to) {
      throw new ReportError(
        'A relationship must be two elements and what they have to do with each other.',
        { path: 'Relationship', line },
      );
    }
    this.document.relationships.push({ from, type, to });
  }
}

/**
 * SPDX 2.2 and 2.3 as lines of tags and values. One run per document, which is
 * an inventory of its packages.
 */
export const spdxTagValue: ReportFormat = {
  id: 'spdx-tag-value',
  title: 'SPDX tag-value',
  toolName: 'SPDX',
  documentation: 'https://spdx.github.io/spdx-spec/v2.3/',
  kind: 'tag-value',
  controlTypes: [],
  recognises(document) {
    return (
      document.kind === 'tag-value' &&
      /^[ \t]*SPDXVersion[ \t]*:[ \t]*SPDX-2\.\d/m.test(
        document.text.slice(0, 4_096),
      )
    );
  },
  parse(document) {
    const reader = new DocumentReader();
    const text = document.kind === 'tag-value' ? document.text : '';
    for (const tag of readTagValues(text)) reader.take(tag);
    return toRuns(reader.finish());
  },
};
