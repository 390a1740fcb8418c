import {
  ControlType,
  Finding,
} from '@synchrony/backstage-plugin-ingestion-common';
import { ReactNode } from 'react';
import { Selection } from '../bulk';
import { FindingsAddress } from '../filter';

/** What the two ways to list findings have in common. */
export interface FindingsViewProps {
  address: FindingsAddress;
  /** Findings of this entity only. */
  entityRef?: string;
  /** Grows when somebody changed findings here, so that they are read again. */
  revision: number;
  selection: Selection;
  /** Hears what is on screen, in its order. */
  onShown(findings: Finding[]): void;
  /** Controls whose last complete scan is too old to confirm anything. */
  stale: ControlType[];
  /** What stands in the place of the table when nothing is open at all. */
  empty: ReactNode;
  /** What stands there for those who may not see findings. */
  forbidden: ReactNode;
}
