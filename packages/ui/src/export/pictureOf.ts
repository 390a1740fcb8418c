import { cloneWithStyles, fullWidthOf, surfaceOf } from './cloneWithStyles';

/** What a picture shows, so that it can be read on its own. @public */
export interface Picture {
  title: string;
  /** Of what and when it is, and what its signs mean; a line each. */
  notes: string[];
  /** What is drawn as it is on screen. */
  element: HTMLElement;
}

/** A picture as SVG, and its size in pixels. */
export interface DrawnPicture {
  svg: string;
  width: number;
  height: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const LEAST_WIDTH = 480;
const TITLE_SIZE = 18;
const NOTE_SIZE = 12;
const LINE = 1.5;
/** How wide a character is on average, in parts of the size of the font. */
const CHARACTER = 0.55;
/** What XML can't hold. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Cuts a text into lines of at most so many characters, between words. */
export function wrapText(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

interface Line {
  text: string;
  size: number;
  weight: string;
}

function linesOf({ notes, title }: Picture, width: number): Line[] {
  const wrapped = (text: string, size: number, weight: string) =>
    wrapText(text, Math.floor(width / (size * CHARACTER))).map(line => ({
      text: line,
      size,
      weight,
    }));
  return [
    ...wrapped(title, TITLE_SIZE, 'bold'),
    ...notes.flatMap(note => wrapped(note, NOTE_SIZE, 'normal')),
  ];
}

function node(
  parent: Element,
  name: string,
  attributes: Record<string, string | number>,
): Element {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, String(value));
  }
  parent.append(element);
  return element;
}

/**
 * An element as it is on screen, in the theme of the screen, below a title
 * and notes. It needs no style sheet and loads nothing.
 */
export function pictureOf(picture: Picture): DrawnPicture {
  const { element } = picture;
  const { color, fontFamily } = getComputedStyle(element);
  const inner = Math.max(LEAST_WIDTH, fullWidthOf(element));
  const width = inner + 2 * MARGIN;
  const root = document.createElementNS(SVG, 'svg');
  node(root, 'rect', {
    width: '100%',
    height: '100%',
    fill: surfaceOf(element),
  });
  let y = MARGIN;
  for (const { size, text, weight } of linesOf(picture, inner)) {
    y += size * LINE;
    node(root, 'text', {
      x: MARGIN,
      y,
      fill: color,
      'font-family': fontFamily,
      'font-size': size,
      'font-weight': weight,
    }).textContent = text;
  }
  const top = Math.ceil(y + MARGIN);
  const bodyHeight = Math.ceil(
    Math.max(element.offsetHeight, element.scrollHeight),
  );
  const frame = node(root, 'foreignObject', {
    x: MARGIN,
    y: top,
    width: inner,
    height: bodyHeight,
  });
  frame.append(cloneWithStyles(element));
  const height = top + bodyHeight + MARGIN;
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  return {
    svg: new XMLSerializer().serializeToString(root).replace(CONTROL, ''),
    width,
    height,
  };
}
