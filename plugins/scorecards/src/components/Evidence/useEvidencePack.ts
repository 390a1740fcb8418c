import { useApi } from '@backstage/frontend-plugin-api';
import { SealedEvidencePack } from '@synchrony/backstage-plugin-scorecards-common';
import { useState } from 'react';
import { evidenceApiRef } from '../../api';

/** A pack that was drawn, is being drawn, or could not be. */
export interface DrawnPack {
  /** The moment of the pack, ISO 8601. */
  at?: string;
  isDrawing: boolean;
  sealed?: SealedEvidencePack;
  error?: Error;
  failedAt?: Date;
}

/**
 * Draws packs of an entity when asked to, and never by itself: each one is
 * told to the auditor of the portal.
 */
export function useEvidencePack(
  entityRef: string,
): DrawnPack & { draw: (at: string) => void; clear: () => void } {
  const api = useApi(evidenceApiRef);
  const [drawn, setDrawn] = useState<DrawnPack>({ isDrawing: false });
  const draw = async (at: string) => {
    setDrawn({ at, isDrawing: true });
    let result: DrawnPack;
    try {
      const sealed = await api.getEvidencePack(entityRef, at);
      result = { at, isDrawing: false, sealed };
    } catch (thrown) {
      const error =
        thrown instanceof Error ? thrown : new Error(String(thrown));
      result = { at, isDrawing: false, error, failedAt: new Date() };
    }
    // An answer for a day that was left in the meantime is dropped.
    setDrawn(current =>
      current.at === at && current.isDrawing ? result : current,
    );
  };
  return { ...drawn, draw, clear: () => setDrawn({ isDrawing: false }) };
}
