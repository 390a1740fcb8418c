import { ProgrammeState } from '@synchrony/backstage-plugin-champions-common';

/** Where the other parts read the programme's settings. */
export interface ProgrammeSource {
  /** The settings in force, and the faults of a newer file that is not. */
  current(): ProgrammeState;
  /** Tells when other settings came into force. */
  onChange?(listener: () => Promise<void>): void;
  /** Looks for changes from now on, on every replica. */
  start?(): void;
  stop?(): Promise<void>;
}
