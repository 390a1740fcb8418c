import { SaxesParser, SaxesTagNS } from 'saxes';
import { ParseLimits, ReportError } from '../types';

const CHUNK = 65_536;

/** An element with all that is in it. */
export interface XmlElement {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** What a reader of a large XML document listens to. */
export interface XmlVisitor {
  /** An element opens; return true to be given it whole when it closes, instead of its descendants one by one. */
  open(element: XmlElement, path: readonly string[]): boolean;
  /** An element that was asked for, with all that is in it. */
  whole?(element: XmlElement, path: readonly string[]): void;
  /** An element that wasn't asked for closes; it has attributes and text, no children. */
  close?(element: XmlElement, path: readonly string[]): void;
}

function toElement(tag: SaxesTagNS): XmlElement {
  const attributes: Record<string, string> = Object.create(null);
  for (const attribute of Object.values(tag.attributes)) {
    attributes[attribute.local] = attribute.value;
  }
  return {
    name: tag.local,
    namespace: tag.uri,
    attributes,
    children: [],
    text: '',
  };
}

/** Whether a document type only declares elements and their attributes, as Burp's does. */
function definesNothing(declaration: string): boolean {
  const [external] = declaration.split('[', 1);
  return (
    !declaration.includes('<!ENTITY') &&
    !declaration.includes('%') &&
    !/\b(?:SYSTEM|PUBLIC)\b/.test(external)
  );
}

function createParser(): SaxesParser<{ xmlns: true; position: true }> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('doctype', declaration => {
    if (!definesNothing(declaration)) {
      throw new ReportError(
        'The report has a document type declaration (DOCTYPE) that defines entities or names another file, which is not accepted.',
        { line: parser.line },
      );
    }
  });
  parser.on('error', error => {
    const message = error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, '');
    throw new ReportError(
      `The report is not valid XML: ${message.replace(/\.$/, '')} at line ${
        parser.line
      }.`,
      { line: parser.line },
    );
  });
  return parser;
}

/** Name and namespace of the root element. */
export function readXmlRoot(text: string): {
  rootName: string;
  rootNamespace: string;
} {
  const parser = createParser();
  let root: SaxesTagNS | undefined;
  parser.on('opentag', tag => {
    root ??= tag;
  });
  for (let index = 0; index < text.length && !root; index += CHUNK) {
    parser.write(text.slice(index, index + CHUNK));
  }
  if (!root) parser.close();
  if (!root) throw new ReportError('The report has no XML root element.');
  return { rootName: root.local, rootNamespace: root.uri };
}

/** Reads a document in one pass, holding only what the visitor asks for. */
export function readXml(
  text: string,
  limits: ParseLimits,
  visitor: XmlVisitor,
): void {
  const parser = createParser();
  const stack: XmlElement[] = [];
  const path: string[] = [];
  let wholeFrom = -1;
  const addText = (value: string) => {
    const current = stack.at(-1);
    if (current) current.text += value;
  };
  parser.on('opentag', tag => {
    if (stack.length >= limits.maxDepth) {
      throw new ReportError(
        `The report is nested more than ${limits.maxDepth} levels deep.`,
        { line: parser.line },
      );
    }
    const element = toElement(tag);
    if (wholeFrom >= 0) stack.at(-1)?.children.push(element);
    stack.push(element);
    path.push(element.name);
    if (wholeFrom < 0 && visitor.open(element, path)) {
      wholeFrom = stack.length;
    }
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = stack.at(-1);
    if (element) {
      if (wholeFrom === stack.length) {
        visitor.whole?.(element, path);
        wholeFrom = -1;
      } else if (wholeFrom < 0) {
        visitor.close?.(element, path);
      }
    }
    stack.pop();
    path.pop();
  });
  for (let index = 0; index < text.length; index += CHUNK) {
    parser.write(text.slice(index, index + CHUNK));
  }
  parser.close();
}

/** The first child with a name. */
export function childOf(
  element: XmlElement | undefined,
  name: string,
): XmlElement | undefined {
  return element?.children.find(child => child.name === name);
}

/** All children with a name. */
export function childrenOf(
  element: XmlElement | undefined,
  name: string,
): XmlElement[] {
  return element?.children.filter(child => child.name === name) ?? [];
}

/** The trimmed text of the first child with a name; undefined when absent or blank. */
export function textOf(
  element: XmlElement | undefined,
  name: string,
): string | undefined {
  return childOf(element, name)?.text.trim() || undefined;
}
