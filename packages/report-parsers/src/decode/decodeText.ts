import { ReportError } from '../types';

const BYTE_ORDER_MARK = '\uFEFF';
const XML_ENCODING =
  /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;

function decodeWith(label: string, bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder(label).decode(bytes) };
  } catch {
    throw new ReportError(`The encoding ${label} is not supported.`, {
      line: 1,
    });
  }
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeWith('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeWith('utf-16be', bytes);
  // JSON and XML begin with an ASCII character, so a zero byte tells UTF-16.
  if (bytes.length > 1 && first !== 0 && second === 0) {
    return decodeWith('utf-16le', bytes);
  }
  if (bytes.length > 1 && first === 0 && second !== 0) {
    return decodeWith('utf-16be', bytes);
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const declared = XML_ENCODING.exec(buffer.toString('latin1', 0, 200))?.[1];
  if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) {
    return decodeWith(declared, bytes);
  }
  return { text: buffer.toString('utf8'), utf8: bytes };
}

/** A body as text, and as the UTF-8 that it was given in, if it was. */
export interface DecodedText {
  text: string;
  utf8?: Uint8Array;
}

/** The body as text without byte order mark: UTF-8, UTF-16, or what the XML declaration says. */
export function decodeText(
  body: Uint8Array | string,
  maxBytes: number,
): DecodedText {
  if (body.length > maxBytes) {
    throw new ReportError(
      `The report is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB.`,
    );
  }
  const decoded = typeof body === 'string' ? { text: body } : decodeBytes(body);
  return decoded.text.startsWith(BYTE_ORDER_MARK)
    ? { ...decoded, text: decoded.text.slice(1) }
    : decoded;
}
