import type { CoverageState } from './coverageMachine';
import type { ControlType, Severity } from './types';
import type { Waiver } from './waivers';

/** Entities that one question about attention or figures may name. @public */
export const MOST_ENTITIES_PER_ATTENTION = 2_000;

/** Items that each section shows. @public */
export const MOST_ATTENTION_ITEMS = 50;

/** Days before its end from which on a waiver needs attention. @public */
export const WAIVER_ATTENTION_DAYS = 14;

/** Days back that figures can begin. @public */
export const MOST_FIGURE_DAYS = 400;

/** `POST /attention`, `POST /attention/entities` @public */
export interface AttentionRequest {
  /** Up to {@link MOST_ENTITIES_PER_ATTENTION}. */
  entityRefs: string[];
  /** 7 when it is left out. */
  dueWithinDays?: number;
}

/**
 * One kind of things that need somebody. `forbidden` says that none of the
 * entities may be looked at; then there is nothing, which says nothing.
 *
 * @public
 */
export type AttentionSection<T> =
  | { state: 'forbidden' }
  | {
      state: 'complete';
      /** At how many of the entities was looked: those that the caller may see. */
      entities: number;
      /** The first {@link MOST_ATTENTION_ITEMS}. */
      items: T[];
      /** How many there are. */
      count: number;
      /** Whether there are more than were counted. */
      isLowerBound: boolean;
    };

/** A finding that needs somebody. @public */
export interface AttentionFinding {
  id: string;
  entityRef: string;
  title: string;
  type: ControlType;
  severity: Severity;
  /** Known to be exploited. */
  isKev: boolean;
  firstSeenAt: string;
  dueAt?: string;
}

/** A waiver that waits for the caller, or that ends. @public */
export interface AttentionWaiver {
  id: string;
  title: string;
  /** The first of its entities that was asked about. */
  entityRef: string;
  status: Waiver['status'];
  why: 'decision' | 'ending';
  requestedAt: string;
  expiresAt: string;
  /** How many findings it hides, as far as the caller may see them. */
  hides: number;
}

/** A component whose controls say nothing that holds now. @public */
export interface AttentionEvidence {
  entityRef: string;
  controls: {
    controlType: ControlType;
    state: Extract<CoverageState, 'failing' | 'stale' | 'missing'>;
  }[];
  /** Since when the first of those that are stale says nothing. */
  staleSince?: string;
}

/** Answer of `POST /attention` @public */
export interface Attention {
  asOf: string;
  /** Open, critical and untouched; exploited ones first. */
  critical: AttentionSection<AttentionFinding>;
  /** Open, and due within the days or overdue; exploited ones first. */
  due: AttentionSection<AttentionFinding>;
  /** That end first come first. */
  waivers: AttentionSection<AttentionWaiver>;
  /** Failing ones first, then those that reported once, then the others. */
  evidence: AttentionSection<AttentionEvidence>;
}

/** How much of an entity needs somebody. @public */
export interface EntityAttention {
  entityRef: string;
  /** Open critical findings on which nobody has decided anything. */
  critical: number;
  /** Other open findings that are due within the days, or overdue. */
  due: number;
  /** Whether a control that is expected of it says nothing now. */
  isQuiet: boolean;
  /**
   * Ids of the waivers that end soon and that nobody has renewed; the same
   * waiver may stand at several entities.
   */
  endingWaivers: string[];
}

/**
 * Answer of `POST /attention/entities`: entities at which something needs
 * somebody, as far as the caller may read it.
 *
 * @public
 */
export interface EntityAttentions {
  asOf: string;
  items: EntityAttention[];
}

/** `POST /figures` @public */
export interface FiguresRequest {
  /** Up to {@link MOST_ENTITIES_PER_ATTENTION}. */
  entityRefs: string[];
  /** The first day, `YYYY-MM-DD`, up to {@link MOST_FIGURE_DAYS} ago. */
  from: string;
  /** The day after the last one. */
  to: string;
}

/** Answer of `POST /figures`: what a team brief says of findings. @public */
export type Figures =
  | { state: 'forbidden'; asOf: string }
  | {
      state: 'complete';
      asOf: string;
      /** Entities that the caller may see, and that are counted. */
      entities: number;
      /** First seen on these days. */
      new: number;
      /**
       * Gone from all scans on these days; what is gone because its scan was
       * retired is left out, since nobody mended it.
       */
      fixed: number;
      /** Open and past their due date, as of now. */
      overdue: number;
      /** Accepted by waivers, as of now. */
      acceptedRisk: number;
    };

/** `POST /figures/entities` @public */
export interface OpenFindingsRequest {
  /** Up to {@link MOST_ENTITIES_PER_ATTENTION}. */
  entityRefs: string[];
}

/**
 * Answer of `POST /figures/entities`: entities whose findings the caller may
 * read; of the others nothing is said.
 *
 * @public
 */
export interface OpenFindings {
  asOf: string;
  items: {
    entityRef: string;
    /** Open findings by severity; those without any are absent. */
    open: Partial<Record<Severity, number>>;
  }[];
}

/** Reading of what needs somebody, of many entities at once. @public */
export interface AttentionApi {
  /** `POST /attention` */
  getAttention(request: AttentionRequest): Promise<Attention>;
  /** `POST /attention/entities` */
  getEntityAttention(request: AttentionRequest): Promise<EntityAttentions>;
  /** `POST /figures` */
  getFigures(request: FiguresRequest): Promise<Figures>;
  /** `POST /figures/entities` */
  getOpenFindings(request: OpenFindingsRequest): Promise<OpenFindings>;
}
