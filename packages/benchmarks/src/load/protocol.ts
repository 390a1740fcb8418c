/**
 * What the client process can do. The client has a process of its own, so that
 * neither takes time from the event loop of the back end.
 */
export type Task =
  | {
      kind: 'load';
      method: 'GET' | 'POST';
      /** Asked for in turn. */
      urls: string[];
      body?: string;
      token: string;
      connections: number;
      seconds: number;
      /** Seconds for which a person reads before asking again; none without. */
      pauseSeconds?: number;
    }
  | {
      kind: 'submit';
      baseUrl: string;
      entityRef: string;
      /** Branch that was scanned; none when left out. */
      ref?: string;
      file: string;
      token: string;
    };

export interface LoadResult {
  kind: 'load';
  perSecond: number;
  /** Seconds of each request. */
  p50: number;
  p95: number;
  p99: number;
  bytes: number;
}

export interface SubmitResult {
  kind: 'submit';
  /** Seconds from the first byte sent to the 202. */
  accepted: number;
  /** Seconds from the first byte sent to the report being processed. */
  processed: number;
  receipt: { status: string; counts?: Record<string, number>; error?: unknown };
}

export type Answer =
  LoadResult | SubmitResult | { kind: 'error'; message: string };
