import { GateVerdict } from '@synchrony/backstage-plugin-ingestion-common';
import { DemoComponent } from '../organisation';
import { Standing } from '../reports/plan/levels';

/** A release to production, with the run of the pipeline that made it. */
export interface DemoRelease {
  component: DemoComponent;
  standing: Standing;
  /** In days. */
  age: number;
  commit: string;
  version: string;
  /** Of what was released. */
  digest: string;
  /** What the gate said, where the pipeline asked it. */
  verdict?: GateVerdict;
}
