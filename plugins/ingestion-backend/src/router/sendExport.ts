import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ExportFormat } from '@synchrony/backstage-plugin-ingestion-common';
import { Response } from 'express';

const CONTENT_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

/**
 * Sends a file as it is written, as fast as the other side reads it. What goes
 * wrong before the first piece is an error answer; later it breaks the
 * connection off, so that nobody takes a part for the whole.
 *
 * @param name - of the file, without its ending; letters, digits, `-` and `.`
 */
export async function sendExport(
  response: Response,
  file: { name: string; format: ExportFormat; pieces: AsyncGenerator<string> },
): Promise<void> {
  const { format, name, pieces } = file;
  const first = await pieces.next();
  response.status(200);
  response.setHeader('content-type', CONTENT_TYPES[format]);
  response.setHeader('cache-control', 'no-store');
  response.setHeader(
    'content-disposition',
    `attachment; filename="${name.replace(/[^\w.-]/g, '-')}.${format}"`,
  );
  await pipeline(Readable.from(startingWith(first, pieces)), response);
}

async function* startingWith(
  first: IteratorResult<string>,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  if (!first.done) {
    yield first.value;
    yield* rest;
  }
}
