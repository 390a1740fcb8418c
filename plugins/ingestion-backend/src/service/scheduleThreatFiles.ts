import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import {
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { ThreatFileSourceConfig } from '../config/readThreatFilesConfig';
import { ThreatFileSource, ThreatIntelligence } from './ThreatIntelligence';

export interface ScheduleThreatFilesOptions {
  sources: ThreatFileSourceConfig[];
  threatIntelligence: Pick<ThreatIntelligence, 'load'>;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
  logger: LoggerService;
}

/** Loads files by the clock, each on one instance at a time. */
export async function scheduleThreatFiles(
  options: ScheduleThreatFilesOptions,
): Promise<void> {
  const { logger, scheduler, sources, threatIntelligence, urlReader } = options;
  for (const { from, kind, schedule } of sources) {
    await scheduler.scheduleTask({
      ...schedule,
      id: `ingestion-threat-${kind}`,
      fn: async () => {
        try {
          const source = await open(from, urlReader);
          const { changed, rows } = await threatIntelligence.load(kind, source);
          logger.info(
            changed
              ? `Loaded ${rows} rows of ${kind} from ${source.name}`
              : `${kind} from ${source.name} has not changed`,
          );
        } catch (error) {
          // An old copy at the source is no fault of this portal.
          if (!ConflictError.is(error)) {
            throw error;
          }
          logger.warn(String(error.message));
        }
      },
    });
  }
}

async function open(
  from: ThreatFileSourceConfig['from'],
  urlReader: UrlReaderService,
): Promise<ThreatFileSource> {
  if ('path' in from) {
    return {
      content: createReadStream(from.path),
      name: `file ${basename(from.path)}`,
    };
  }
  const response = await urlReader.readUrl(from.url);
  const stream = response.stream?.();
  return {
    content: stream ?? single(await response.buffer()),
    name: `${new URL(from.url).host}`,
  };
}

async function* single(buffer: Buffer): AsyncGenerator<Buffer> {
  yield buffer;
}
