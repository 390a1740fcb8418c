import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  normalizeEntityRef,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DAY_MS } from '../assignments/applyStep';
import { givenPct } from '../assignments/capacity';
import { CONFIRMATION_NOTICE_DAYS } from '../assignments/noticesOf';
import { DESK_PATH } from '../desk/links';
import { StoredAssignment } from '../assignments/types';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { AssignmentStore } from '../store/AssignmentStore';
import { NoticeKind, NoticeStore, StoredNotice } from '../store/NoticeStore';
import { ScopeDirectory } from './ScopeDirectory';

const PATHS: Record<NoticeKind, string> = {
  nominated: DESK_PATH,
  imported: DESK_PATH,
  capacity_agreed: DESK_PATH,
  confirmation_due: DESK_PATH,
  accepted: '/champions/pipeline',
  stepping_down: '/champions',
  lapsed: '/champions',
  lapsed_yours: DESK_PATH,
  ended: '/champions',
  ended_yours: '/champions',
};

export interface AssignmentNotifierOptions {
  database: Knex;
  logger: LoggerService;
  notifications?: NotificationService;
  assignments: AssignmentStore;
  notices: NoticeStore;
  people: PeopleStore;
  programme: ProgrammeSource;
  directory: ScopeDirectory;
  clock: () => Date;
}

const NOTICES_AT_A_TIME = 50;
const MOST_ATTEMPTS = 8;
const RETRY_MS = 60_000;

const TITLES: Record<NoticeKind, string> = {
  imported: 'You stand in the portal as security champion',
  nominated: 'You have been nominated as security champion',
  accepted: 'A nomination was accepted: agree on the time for it',
  capacity_agreed: 'Your time as security champion is agreed',
  confirmation_due: 'Do you go on as security champion?',
  stepping_down: 'A security champion steps down',
  lapsed: 'A scope may be without its security champion',
  lapsed_yours: 'Your post as security champion has lapsed',
  ended: 'A security champion has stopped',
  ended_yours: 'Your post as security champion has ended',
};

/** What there is to add for somebody who did nothing in the portal yet. */
const DESCRIPTIONS: Partial<Record<NoticeKind, string>> = {
  imported:
    'It was brought over from before. If you did not agree to it, withdraw; it ends at once.',
  lapsed_yours: 'Confirm on your desk to keep it. Otherwise it ends.',
  ended_yours:
    'You did not end it yourself. Your lead and the captains know why.',
};

/** To these the person is told, and nobody else. */
const TO_THE_PERSON: readonly NoticeKind[] = [
  'nominated',
  'imported',
  'capacity_agreed',
  'confirmation_due',
  'lapsed_yours',
  'ended_yours',
];

/** Sends what people are to be told; it tries again, and never says details. */
export class AssignmentNotifier {
  readonly #options: AssignmentNotifierOptions;

  constructor(options: AssignmentNotifierOptions) {
    this.#options = options;
  }

  async sendDue(): Promise<void> {
    const { clock, database, notices } = this.#options;
    const due = await notices.due(
      database,
      clock().getTime(),
      NOTICES_AT_A_TIME,
    );
    for (const notice of due) {
      await this.#handle(notice);
    }
  }

  async #handle(notice: StoredNotice): Promise<void> {
    const { assignments, clock, database, logger, notices } = this.#options;
    const now = clock().getTime();
    try {
      const assignment = await assignments.get(database, notice.assignmentId);
      if (
        assignment &&
        isTimely(notice, assignment, now) &&
        !this.#isInDigest(notice)
      ) {
        await this.#send(notice, assignment);
      }
      await notices.remove(database, notice.id);
    } catch (error) {
      logger.warn(
        `A notification about an assignment was not sent: ${stringifyError(error)}`,
      );
      await (notice.attempts + 1 < MOST_ATTEMPTS
        ? notices.postpone(
            database,
            notice.id,
            now + RETRY_MS * 2 ** notice.attempts,
          )
        : notices.remove(database, notice.id));
    }
  }

  /** What has time is told with all else that waits for the person. */
  #isInDigest({ kind }: StoredNotice): boolean {
    const { digest } = this.#options.programme.current().settings;
    return kind === 'confirmation_due' && digest.every !== 'off';
  }

  async #send(
    { kind }: StoredNotice,
    assignment: StoredAssignment,
  ): Promise<void> {
    const { notifications } = this.#options;
    const recipients = await this.#recipients(kind, assignment);
    if (!notifications || recipients.length === 0) {
      return;
    }
    await notifications.send({
      recipients: { type: 'entity', entityRef: recipients },
      payload: {
        title: TITLES[kind],
        description: await this.#description(kind, assignment),
        link: linkTo(kind, assignment),
        topic: `champions.${kind}`,
        scope: assignment.id,
      },
    });
  }

  async #description(
    kind: NoticeKind,
    { personId }: StoredAssignment,
  ): Promise<string | undefined> {
    const { assignments, database, programme } = this.#options;
    if (kind !== 'capacity_agreed') {
      return DESCRIPTIONS[kind];
    }
    const { maxPct } = programme.current().settings.capacity;
    const live = await assignments.live(database, { personIds: [personId] });
    return givenPct(live) > maxPct
      ? `With your other posts it is more than ${maxPct} % of your time, which the programme asks at most. Talk to your lead if it is too much.`
      : undefined;
  }

  async #recipients(
    kind: NoticeKind,
    { id, personId, scopeRef }: StoredAssignment,
  ): Promise<string[]> {
    const { assignments, database, directory, people, programme } =
      this.#options;
    if (TO_THE_PERSON.includes(kind)) {
      const names = await people.refsOf(database, [personId]);
      return [...names.values()].filter(ref => ref.startsWith('user:'));
    }
    const captains = normalizeEntityRef(programme.current().settings.captains);
    const lead = (await directory.leadsOf([scopeRef])).get(scopeRef);
    if (kind === 'accepted') {
      const names = await people.refsOf(database, [personId]);
      // Nobody agrees on their own time.
      const agrees = lead === names.get(personId) ? undefined : lead;
      return [agrees ?? captains];
    }
    const others = (
      await assignments.inStatus(database, ['active'], [scopeRef])
    ).filter(each => each.id !== id);
    const names = await people.refsOf(
      database,
      others.map(each => each.personId),
    );
    return [
      ...new Set([...(lead ? [lead] : []), captains, ...names.values()]),
    ].filter(ref => /^(user|group):/.test(ref));
  }
}

/** A person is not asked to do what is done already. */
function isTimely(
  { kind }: StoredNotice,
  { nextConfirmAt, status }: StoredAssignment,
  now: number,
): boolean {
  switch (kind) {
    case 'nominated':
      return status === 'nominated';
    case 'accepted':
      return status === 'accepted';
    case 'imported':
      return status === 'active';
    case 'lapsed_yours':
      return status === 'lapsed';
    case 'confirmation_due':
      return (
        status === 'active' &&
        nextConfirmAt !== undefined &&
        nextConfirmAt - CONFIRMATION_NOTICE_DAYS * DAY_MS <= now
      );
    default:
      return true;
  }
}

/** Where what the notice is about is done, or seen. */
function linkTo(kind: NoticeKind, { id }: StoredAssignment): string {
  const query = new URLSearchParams({ assignment: id });
  return `${PATHS[kind]}?${query}`;
}
