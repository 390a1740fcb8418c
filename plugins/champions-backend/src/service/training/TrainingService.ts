import { randomUUID } from 'node:crypto';
import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  stringifyError,
} from '@backstage/errors';
import {
  TrainingInput,
  TrainingRecord,
} from '@synchrony/backstage-plugin-champions-common';
import {
  EntityProjection,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import {
  Reader,
  requireCaptain,
  requireReader,
  ReaderOptions,
} from '../../access/requireReader';
import {
  StoredTraining,
  TrainingStore,
} from '../../store/programme/TrainingStore';
import { expiresOn } from '../../training/expiresOn';

export interface TrainingServiceOptions extends ReaderOptions {
  logger: LoggerService;
  database: Knex;
  entities: Pick<EntityProjection, 'get'>;
  people: PeopleStore;
  training: TrainingStore;
  /** Has those become active who now have the level for it. */
  activateReady: (personIds: number[]) => Promise<void>;
  clock: () => Date;
}

const DAY_MS = 24 * 60 * 60_000;
/** As many records of a person are kept at most. */
const MOST_RECORDS = 200;

/** Records of what people have learned. */
export class TrainingService {
  readonly #options: TrainingServiceOptions;

  constructor(options: TrainingServiceOptions) {
    this.#options = options;
  }

  /**
   * People claim for themselves, and need nobody's word where the course takes
   * theirs; who runs the programme records for others.
   */
  async record(
    credentials: BackstageCredentials,
    input: TrainingInput,
  ): Promise<TrainingRecord> {
    const { clock, database, people, programme, training } = this.#options;
    const reader = await requireReader(this.#options, credentials);
    const userRef = input.userRef ?? reader.userRef;
    if (userRef === undefined) {
      throw new NotAllowedError('A service has no training of its own');
    }
    const isSelf = userRef === reader.userRef;
    if (!isSelf && !reader.isCaptain) {
      throw new NotAllowedError(
        'Only who runs the programme records training of others',
      );
    }
    const course = programme
      .current()
      .settings.training.find(({ id }) => id === input.courseId);
    if (!course) {
      throw new InputError(`courseId: the programme has no ${input.courseId}`);
    }
    // The day may have begun east of here.
    const latest = new Date(clock().getTime() + DAY_MS);
    if (input.completedOn > latest.toISOString().slice(0, 10)) {
      throw new InputError('completedOn: the day lies ahead');
    }
    await this.#requireKnown(userRef);
    const stored = await database.transaction(async tx => {
      const ids = await people.idsOf(tx, [
        userRef,
        ...(reader.userRef === undefined ? [] : [reader.userRef]),
      ]);
      const record: StoredTraining = {
        id: randomUUID(),
        personId: ids.get(userRef)!,
        courseId: course.id,
        completedOn: input.completedOn,
        evidenceUrl: input.evidenceUrl,
        status: isSelf && !course.selfAttested ? 'claimed' : 'confirmed',
        recordedById: ids.get(reader.userRef ?? ''),
        recordedAt: clock().getTime(),
      };
      if (await training.findSame(tx, record)) {
        throw new ConflictError(
          `${course.title} on ${input.completedOn} is recorded already`,
        );
      }
      if ((await training.count(tx, record.personId)) >= MOST_RECORDS) {
        throw new ConflictError(
          `There are ${MOST_RECORDS} records already; remove old ones first`,
        );
      }
      await training.add(tx, record);
      return record;
    });
    if (stored.status === 'confirmed') {
      await this.#tellReady(stored.personId);
    }
    return this.#answer(stored);
  }

  /** Nobody confirms for themselves. */
  async confirm(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<TrainingRecord> {
    const { database, training } = this.#options;
    const reader = await requireCaptain(this.#options, credentials);
    const record = await training.find(database, id);
    if (!record) {
      throw new NotFoundError(`There is no training record ${id}`);
    }
    if (await this.#isOwn(reader, record)) {
      throw new NotAllowedError(
        'Somebody else has to confirm what you have done',
      );
    }
    if (await training.confirm(database, id)) {
      await this.#tellReady(record.personId);
    }
    return this.#answer({ ...record, status: 'confirmed' });
  }

  async remove(credentials: BackstageCredentials, id: string): Promise<void> {
    const { database, training } = this.#options;
    const reader = await requireReader(this.#options, credentials);
    const record = await training.find(database, id);
    if (!record || !(reader.isCaptain || (await this.#isOwn(reader, record)))) {
      throw new NotFoundError(`There is no training record ${id}`);
    }
    await training.remove(database, id);
  }

  /** The record stands in any case; who is ready is looked at again later. */
  async #tellReady(personId: number): Promise<void> {
    const { activateReady, logger } = this.#options;
    try {
      await activateReady([personId]);
    } catch (error) {
      logger.warn(
        `Nobody was made active after a training record: ${stringifyError(error)}`,
      );
    }
  }

  async #isOwn(reader: Reader, { personId }: StoredTraining): Promise<boolean> {
    const { database, people } = this.#options;
    return (
      reader.userRef !== undefined &&
      (await people.find(database, reader.userRef)) === personId
    );
  }

  async #requireKnown(userRef: string): Promise<void> {
    const known = await this.#options.entities.get([userRef]);
    if (!known.get(userRef)) {
      throw new InputError(`userRef: the catalog has no ${userRef}`);
    }
  }

  async #answer(record: StoredTraining): Promise<TrainingRecord> {
    const { database, people, programme } = this.#options;
    const { completedOn, courseId, evidenceUrl, id, recordedById, status } =
      record;
    const refs =
      recordedById === undefined
        ? undefined
        : await people.refsOf(database, [recordedById]);
    const recordedBy =
      recordedById === undefined ? undefined : refs?.get(recordedById);
    const end = expiresOn(
      completedOn,
      programme
        .current()
        .settings.training.find(course => course.id === courseId),
    );
    return {
      id,
      courseId,
      completedOn,
      ...(evidenceUrl !== undefined && { evidenceUrl }),
      status,
      ...(recordedBy !== undefined && { recordedBy }),
      ...(end !== undefined && { expiresOn: end }),
    };
  }
}
